import { givenColleague } from '#tests/givens/colleague.ts'
import { expect, test } from './docket.ts'
import { totp } from './totp.ts'

test('A7: who is not signed in signs in first, and then sees what was asked for', async ({ page, house }) => {
  const number = await house.openCase({ subject: 'Behind the door' })
  await page.goto(`${house.product.url}/cases/${number}`)
  await page.getByLabel('E-mail').fill(house.owner.email)
  await page.getByRole('textbox', { name: 'Password' }).fill('not the password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('alert')).toContainText('This e-mail and password do not belong together.')
  await page.getByRole('textbox', { name: 'Password' }).fill(house.owner.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(`${house.product.url}/cases/${number}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Behind the door')
})

test('A6: a second factor is asked for after the password', async ({ page, house }) => {
  const { url } = house.product
  const person = await givenColleague(house.product, 'Cleo', 'agent')
  const post = (path: string, data: object) =>
    page.request.post(`${url}/api/auth/${path}`, { data, headers: { origin: url } })
  await post('sign-in/email', { email: person.email, password: person.password })
  const enabled = await (await post('two-factor/enable', { password: person.password })).json()
  const secret = new URL(enabled.totpURI).searchParams.get('secret')!
  const code = () => totp(secret, house.product.ctx.clock.now())
  expect((await post('two-factor/verify-totp', { code: code() })).ok()).toBe(true)
  await page.context().clearCookies()
  await page.goto(`${url}/sign-in`)
  await page.getByLabel('E-mail').fill(person.email)
  await page.getByRole('textbox', { name: 'Password' }).fill(person.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByLabel('Code').fill('000000')
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('alert')).toContainText('This code is not right')
  await page.getByRole('button', { name: 'Use a backup code instead' }).click()
  await page.getByLabel('Backup code').fill(enabled.backupCodes[0])
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page).toHaveURL(`${url}/inbox`)
})

test('PR-17: a case that somebody may not see looks like one that does not exist', async ({ as, house }) => {
  const number = await house.openCase({ subject: 'Not for Bob', teamId: null, assigneeId: house.ada.id })
  const page = await as('bob')
  await page.goto(`/cases/${number}`)
  await expect(page.getByText('You cannot see this')).toBeVisible()
  await page.goto('/cases/999999')
  await expect(page.getByText('You cannot see this')).toBeVisible()
  await page.goto('/nothing/here')
  await expect(page.getByText('This page does not exist')).toBeVisible()
})
