import type { Page } from '@playwright/test'
import { expect, test } from './docket.ts'

const rows = (page: Page) => page.getByRole('list', { name: 'Cases', exact: true }).getByRole('listitem')

test('CL-02 CL-04 CL-12 CL-23: the list searches and sorts both ways, in the address', async ({
  as,
  house,
}) => {
  const older = await house.openCase({ subject: 'Zebra crossing one' })
  const newer = await house.openCase({ subject: 'Zebra crossing two' })
  const page = await as('owner')
  await page.goto('/cases?view=all')
  await expect(rows(page).first()).toBeVisible()
  await page.keyboard.press('/')
  await page.keyboard.type('zebra')
  await expect(page).toHaveURL(/q=zebra/)
  await expect(rows(page)).toHaveCount(2)
  await expect(rows(page).first()).toContainText(String(newer))
  await page.getByRole('button', { name: /Newest first/ }).click()
  await expect(page).toHaveURL(/sort=activity/)
  await expect(rows(page).first()).toContainText(String(older))
  await page.goBack()
  await expect(rows(page).first()).toContainText(String(newer))
})

test('CL-06 CL-07: the tabs count open and on hold, and follow what happens', async ({ as, house }) => {
  const number = await house.openCase({ subject: 'Counted', assigneeId: house.ada.id })
  const page = await as('ada')
  await page.goto('/cases')
  const tabs = page.getByRole('navigation', { name: 'Which cases' })
  const count = async (name: RegExp) => {
    await expect(tabs.getByRole('link', { name })).toHaveText(/\d/)
    return Number((await tabs.getByRole('link', { name }).textContent())?.replace(/\D/g, ''))
  }
  const open = await count(/^Open/)
  const held = await count(/^On hold/)
  await house.product.call('PUT', `/cases/${number}/status`, { status: 'on_hold' })
  await expect(tabs.getByRole('link', { name: /^Open/ })).toHaveText(`Open${open - 1}`)
  await expect(tabs.getByRole('link', { name: /^On hold/ })).toHaveText(`On hold${held + 1}`)
})

test('CL-05 D-25: new activity is announced, and a click brings it to the top', async ({ as, house }) => {
  const quiet = await house.openCase({ subject: 'Quiet for long' })
  for (const subject of ['Loud one', 'Loud two']) await house.openCase({ subject })
  const page = await as('owner')
  await page.goto('/cases?view=all')
  await expect(rows(page).first()).toContainText('Loud two')
  await house.product.call(
    'POST',
    `/cases/${quiet}/comments`,
    { text: 'Not quiet any more' },
    { token: house.ada.token },
  )
  const pill = page.getByRole('button', { name: '1 case with new activity' })
  await expect(pill).toBeVisible()
  await expect(rows(page).first()).toContainText('Loud two')
  await pill.click()
  await expect(rows(page).first()).toContainText('Quiet for long')
})

test('CL-09 CL-10: who sees all cases has All cases, others have Assigned by me', async ({ as }) => {
  const owner = await as('owner')
  await owner.goto('/cases')
  const views = (page: Page) => page.getByRole('navigation', { name: 'Views' })
  await expect(views(owner).getByRole('link', { name: 'All cases' })).toBeVisible()
  await expect(views(owner).getByRole('link', { name: 'Assigned by me' })).toHaveCount(0)
  const ada = await as('ada')
  await ada.goto('/cases')
  await expect(views(ada).getByRole('link', { name: 'Assigned by me' })).toBeVisible()
})

test('the keys walk the list, open a case and come back to the same row', async ({ as, house }) => {
  for (const subject of ['Row a', 'Row b', 'Row c']) await house.openCase({ subject })
  const page = await as('owner')
  await page.goto('/cases?view=all')
  await expect(rows(page).first()).toContainText('Row c')
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Row b')
  await page.keyboard.press('j')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Row a')
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/\/cases\?view=all$/)
  await expect(page.locator('[aria-current]').filter({ hasText: 'Row b' })).toBeVisible()
})

test('IN-16: a case is opened by hand on the desk', async ({ as }) => {
  const page = await as('owner')
  await page.goto('/cases?view=all')
  await expect(page.getByRole('button', { name: 'New case' })).toBeVisible()
  await page.keyboard.press('n')
  const sheet = page.getByRole('dialog', { name: 'New case' })
  await sheet.getByLabel('Subject').fill('Somebody called about the gate')
  await sheet.getByLabel('Description').fill('It stands open.')
  await sheet.getByRole('button', { name: 'Assign to me' }).click()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('link', { name: 'Open it' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Somebody called about the gate')
  await expect(page.getByRole('region', { name: 'Timeline' })).toContainText('It stands open.')
})

test('the palette finds a case by its number and offers what can be done', async ({ as, house }) => {
  const number = await house.openCase({ subject: 'Found by number' })
  const page = await as('owner')
  await page.goto('/inbox')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.getByRole('textbox', { name: 'Command palette' }).fill(String(number))
  await expect(page.getByRole('option').first()).toContainText('Found by number')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Found by number')
  await page.keyboard.press('Control+k')
  await page.getByRole('textbox', { name: 'Command palette' }).fill('assign to me')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toContainText('olga took this case')
})
