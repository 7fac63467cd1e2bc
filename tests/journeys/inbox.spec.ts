import type { Page } from '@playwright/test'
import { expect, test } from './docket.ts'

const rows = (page: Page) => page.getByRole('list', { name: 'Messages' }).getByRole('listitem')

test('IN-14: new mail is announced and moves nothing until it is asked for', async ({ as, house }) => {
  await house.mail({ subject: 'Was here before', text: 'Hello' })
  const page = await as('owner')
  await page.goto('/inbox')
  await expect(rows(page).filter({ hasText: 'Was here before' })).toBeVisible()
  const first = await rows(page).first().textContent()
  await house.mail({ subject: 'Comes while reading', text: 'Hello again' })
  await expect(page.getByRole('button', { name: '1 new message' })).toBeVisible()
  expect(await rows(page).first().textContent()).toBe(first)
  await page.keyboard.press('u')
  await expect(rows(page).first()).toContainText('Comes while reading')
  await expect(page.getByRole('button', { name: '1 new message' })).toHaveCount(0)
})

test('IN-06 IN-07: a completed message leaves the inbox at once and comes back by Undo', async ({
  as,
  house,
}) => {
  await house.mail({ subject: 'To be completed', text: 'Thanks, all is well.' })
  const page = await as('owner')
  await page.goto('/inbox')
  const row = rows(page).filter({ hasText: 'To be completed' })
  await row.getByRole('link').click()
  await expect(page.getByRole('heading', { level: 2, name: 'To be completed' })).toBeVisible()
  await page.keyboard.press('e')
  await expect(row).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(row).toHaveCount(1)
  await row.getByRole('link').click()
  await page.getByRole('button', { name: 'Mark as complete' }).click()
  await page.goto('/inbox?completed=yes')
  await expect(row).toHaveCount(1)
})

test('IN-02 IN-03 IN-05: a case made of a message, with a form that keeps what was entered', async ({
  as,
  house,
}) => {
  const { conversationId } = await house.mail({ subject: 'Pin me', text: 'The lamp is broken.' })
  const page = await as('ada')
  await page.goto('/inbox?cases=without')
  await rows(page).filter({ hasText: 'Pin me' }).getByRole('link').click()
  await page.getByRole('button', { name: 'Create case' }).click()
  const sheet = page.getByRole('dialog', { name: 'Create case' })
  await sheet.getByLabel('Internal comment').fill('Third lamp this week')
  await sheet.getByRole('button', { name: 'Create case' }).click()
  await expect(sheet.getByRole('alert')).toContainText('Choose a team or a person')
  await page.keyboard.press('Escape')
  await expect(sheet).toHaveCount(0)
  await page.getByRole('button', { name: 'Create case' }).click()
  await expect(sheet.getByLabel('Internal comment')).toHaveValue('Third lamp this week')
  await sheet.getByRole('button', { name: 'Assign to me' }).click()
  await sheet.getByLabel('Mark message as complete').check()
  await sheet.getByRole('button', { name: 'Create case' }).click()
  await page.getByRole('link', { name: 'Open it' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pin me')
  await expect(page.getByText('Third lamp this week')).toBeVisible()
  const { body } = await house.product.call('GET', `/conversations/${conversationId}`)
  expect(body.cases).toHaveLength(1)
  expect(body.messages[0].completedAt).not.toBeNull()
})

test('CV-06: a second case in the conversation is refused with the way to the first', async ({
  as,
  house,
}) => {
  const { id } = await house.mail({ subject: 'Only one case', text: 'Hello' })
  const page = await as('ada')
  await page.goto(`/inbox?message=${id}`)
  await page.getByRole('button', { name: 'Create case' }).click()
  const made = await house.product.call('POST', '/cases', { messageId: id, teamId: house.care })
  const sheet = page.getByRole('dialog', { name: 'Create case' })
  await sheet.getByLabel('Internal comment').fill('Kept all the same')
  await sheet.getByRole('button', { name: 'Assign to me' }).click()
  await sheet.getByRole('button', { name: 'Create case' }).click()
  await expect(sheet.getByRole('alert')).toContainText(`Case #${made.body.number} is already open`)
  await expect(sheet.getByLabel('Internal comment')).toHaveValue('Kept all the same')
  await sheet.getByRole('link', { name: `Open case #${made.body.number}` }).click()
  await expect(page).toHaveURL(new RegExp(`/cases/${made.body.number}$`))
})

test('IN-09 IN-10 IN-11 IN-12: the Cases filter is in the address and its modes exclude each other', async ({
  as,
  house,
}) => {
  const free = await house.mail({ subject: 'Nobody made a case', text: 'a' })
  const taken = await house.mail({ subject: 'Bob has the case', text: 'b' })
  await house.product.call('POST', '/cases', { messageId: taken.id, assigneeId: house.bob.id })
  const page = await as('owner')
  await page.goto('/inbox')
  const filter = page.getByRole('button', { name: 'Cases', exact: true })
  await filter.click()
  await page.getByRole('option', { name: 'With a case' }).click()
  await expect(page).toHaveURL(/cases=with/)
  await expect(rows(page).filter({ hasText: 'Bob has the case' })).toBeVisible()
  await expect(rows(page).filter({ hasText: 'Nobody made a case' })).toHaveCount(0)
  await page.getByRole('option', { name: 'Bob' }).click()
  await expect(page).toHaveURL(new RegExp(`assignees=${house.bob.id}`))
  expect(page.url()).not.toContain('cases=')
  await expect(rows(page).filter({ hasText: 'Bob has the case' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.goto(`/inbox?cases=without&message=${free.id}`)
  await expect(rows(page).filter({ hasText: 'Nobody made a case' })).toBeVisible()
  await expect(rows(page).filter({ hasText: 'Bob has the case' })).toHaveCount(0)
})
