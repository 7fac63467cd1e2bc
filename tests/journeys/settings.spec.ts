import { AxeBuilder } from '@axe-core/playwright'
import { givenColleague } from '#tests/givens/colleague.ts'
import { expect, type House, test } from './docket.ts'
import { totp } from './totp.ts'

test('PR-03: a person sees what they may do in plain words, and no page that is not theirs', async ({
  as,
}) => {
  const page = await as('ada')
  await page.goto('/settings/permissions')
  await expect(page.getByRole('heading', { name: 'My permissions' })).toBeVisible()
  await expect(page.getByText('Work on cases', { exact: true })).toBeVisible()
  await expect(page.getByText(/Change permissions · Manage people/)).toBeVisible()
  await expect(page.getByText('Support mail')).toBeVisible()
  const pages = page.getByRole('navigation', { name: 'Settings' })
  await expect(pages.getByRole('link', { name: 'Profile' })).toBeVisible()
  await expect(pages.getByRole('link', { name: 'People' })).toHaveCount(0)
  await page.goto('/settings/people')
  await expect(page.getByText('You cannot see this')).toBeVisible()
})

test('A4: an invitation shows its link once, and whoever has it joins', async ({ as, browser }) => {
  const page = await as('owner')
  await page.goto('/settings/people/invitations')
  await page.getByRole('button', { name: 'Invite somebody' }).click()
  await page.getByLabel('E-mail').fill('ada@acme.example')
  await page.getByRole('button', { name: 'Create the invitation' }).click()
  await expect(page.getByRole('alert')).toContainText('Somebody with this e-mail is already here.')
  await page.getByLabel('E-mail').fill('dora@acme.example')
  await page.getByRole('button', { name: 'Create the invitation' }).click()
  const link = (await page.getByRole('dialog').locator('code').textContent()) ?? ''
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('list', { name: 'Invitations' })).toContainText('dora@acme.example')
  const other = await browser.newPage()
  await other.goto(link)
  await other.getByLabel('Your name').fill('Dora')
  await other.getByRole('textbox', { name: 'Password' }).fill('a-password-of-dora')
  await other.getByRole('button', { name: 'Join' }).click()
  await expect(page.getByText('No open invitations')).toBeVisible()
  await page.getByRole('link', { name: 'People', exact: true }).last().click()
  await expect(page.getByRole('list', { name: 'People' })).toContainText('dora@acme.example')
  await other.close()
})

test('A5 AX-07: own permissions start with those of the role, are saved together and sign out', async ({
  as,
  house,
}) => {
  const eve = await givenColleague(house.product, 'Eve', 'agent')
  const page = await as('owner')
  await page.goto(`/settings/people/${eve.id}`)
  await page.getByRole('combobox', { name: 'Role' }).click()
  await page.getByRole('option', { name: /^Custom/ }).click()
  await expect(page.getByRole('dialog')).toContainText('Eve is signed out everywhere')
  await page.getByRole('button', { name: 'Change the role' }).click()
  await expect(page.getByLabel('Work on cases')).toBeChecked()
  await page.getByLabel('See all cases').check()
  await page.getByLabel('Export cases').uncheck()
  await page.getByRole('button', { name: 'Save permissions' }).click()
  await expect(page.getByRole('button', { name: 'Save permissions' })).toHaveCount(0)
  const saved = (await house.product.call('GET', '/users')).body.items.find(
    (one: { id: string }) => one.id === eve.id,
  )
  expect(saved).toMatchObject({ role: 'custom' })
  expect(saved.permissions).toContain('cases.viewAll')
  expect(saved.permissions).not.toContain('cases.export')
  const theirs = await fetch(`${house.product.url}/api/v1/me`, {
    headers: { authorization: `Bearer ${eve.token}` },
  })
  expect(theirs.status).toBe(401)
})

test('what somebody else changed while I typed is seen first, and mine can be saved over it', async ({
  as,
  house,
}) => {
  const { id } = (await house.product.call('POST', '/teams', { name: 'Returns' })).body
  const page = await as('owner')
  await page.goto(`/settings/teams/${id}`)
  const name = page.getByRole('textbox', { name: 'Name' })
  await name.fill('Returns and repairs')
  await house.product.call('PATCH', `/teams/${id}`, { name: 'Sent back' })
  await expect(page.getByRole('heading', { name: 'Sent back' })).toBeVisible()
  await name.press('Enter')
  await expect(page.getByRole('alert')).toContainText('Somebody else changed this meanwhile.')
  await expect(name).toHaveValue('Sent back')
  await page.getByRole('button', { name: 'Save mine anyway' }).click()
  await expect(page.getByRole('heading', { name: 'Returns and repairs' })).toBeVisible()
})

test('a group that still has channels stays, and says which', async ({ as, house }) => {
  const { id } = (await house.product.call('POST', '/groups', { name: 'Europe' })).body
  const page = await as('owner')
  await page.goto(`/settings/groups/${id}`)
  await page.getByRole('combobox', { name: 'Add people' }).fill('bob')
  await page.getByRole('option', { name: /Bob/ }).click()
  await expect(page.getByRole('button', { name: 'Remove Bob' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Delete group' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete group' }).click()
  await expect(page.getByRole('alert')).toContainText('still used by the channels Europe desk')
})

test('O5: a channel keeps its password to itself, and forgets it for another server', async ({
  as,
  house,
}) => {
  const page = await as('owner')
  await page.goto('/settings/channels/new')
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Orders')
  await page.getByRole('textbox', { name: 'Address' }).fill('support@acme.example')
  await page.getByRole('textbox', { name: 'Server' }).fill('smtp.acme.example')
  await page.getByRole('textbox', { name: 'User name' }).fill('orders')
  await page.getByRole('textbox', { name: 'Password' }).fill('hush')
  await page.getByRole('button', { name: 'Create the channel' }).click()
  await expect(page.getByRole('alert')).toContainText('Another channel has this address already.')
  await page.getByRole('textbox', { name: 'Address' }).fill('orders@acme.example')
  await page.getByRole('button', { name: 'Create the channel' }).click()
  await expect(page.getByText('smtp.acme.example:465 · TLS · orders · A password is set')).toBeVisible()
  await page.getByRole('button', { name: 'Edit' }).click()
  await expect(page.getByRole('textbox', { name: 'Password' })).toHaveCount(0)
  await page.getByRole('textbox', { name: 'Server' }).fill('smtp.elsewhere.example')
  await expect(page.getByText('Type it again.')).toBeVisible()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Delete channel' }).click()
  await page.getByLabel('Type Orders to confirm').fill('Orders')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`${house.product.url}/settings/channels`)
  await expect(page.getByRole('list', { name: 'Channels' })).not.toContainText('orders@acme.example')
})

test('AX-14: levels of roles and of people by name', async ({ as, house }) => {
  const page = await as('owner')
  await page.goto(`/settings/channels/${house.desk}/access`)
  await page.getByRole('combobox', { name: 'Viewer' }).click()
  await page.getByRole('option', { name: /^No access/ }).click()
  await page.getByRole('combobox', { name: 'Add a person' }).fill('bob')
  await page.getByRole('option', { name: /Bob/ }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('combobox', { name: 'Bob' }).click()
  await page.getByRole('option', { name: /^Full/ }).click()
  const entries = async () => (await house.product.call('GET', `/channels/${house.desk}/access`)).body.entries
  await expect.poll(entries).toContainEqual({
    subject: { kind: 'user', userId: house.bob.id },
    level: 'full',
  })
  expect(await entries()).toContainEqual({ subject: { kind: 'role', role: 'viewer' }, level: 'no_access' })
  await page.getByRole('button', { name: 'Remove Bob' }).click()
  await expect.poll(async () => JSON.stringify(await entries())).not.toContain(house.bob.id)
})

test('SE-06 AR-08 CC-08: case settings are saved one by one, within their bounds', async ({ as, house }) => {
  const page = await as('owner')
  await page.goto('/settings/cases')
  const grace = page.getByRole('textbox', { name: 'Grace period' })
  await grace.fill('91')
  await expect(page.getByRole('alert')).toContainText('Type a whole number from 0 to 90.')
  await grace.fill('7')
  await grace.press('Enter')
  await page.getByRole('switch', { name: 'Reopen closed cases automatically' }).press('Space')
  await page.getByRole('textbox', { name: 'Reopen within' }).fill('48')
  await expect(page.getByText('= 2 days')).toBeVisible()
  await page.getByRole('textbox', { name: 'Reopen within' }).press('Tab')
  const settings = async () => (await house.product.call('GET', '/settings/cases')).body
  await expect
    .poll(settings)
    .toMatchObject({ graceDays: 7, autoReopen: { enabled: true, thresholdHours: 48 } })
  await house.product.call('PUT', '/settings/cases', {})
})

test('A6: the second factor is turned on with a code and off with the password', async ({ page, house }) => {
  const fay = await givenColleague(house.product, 'Fay', 'agent')
  await page.goto(`${house.product.url}/sign-in?next=/settings/security`)
  await page.getByLabel('E-mail').fill(fay.email)
  await page.getByRole('textbox', { name: 'Password' }).fill(fay.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: 'Turn on' }).click()
  await page.getByLabel('Your password').fill(fay.password)
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('img', { name: 'QR code for the authenticator app' })).toBeVisible()
  const key = ((await page.getByRole('dialog').locator('code').textContent()) ?? '').replaceAll(' ', '')
  await page.getByLabel('Code that the app shows now').fill(totp(key, house.product.ctx.clock.now()))
  await page.getByRole('button', { name: 'Verify and turn on' }).click()
  await expect(page.getByRole('dialog').getByRole('listitem')).toHaveCount(10)
  await page.getByRole('button', { name: 'I have kept them' }).click()
  await expect(page.getByText('Two-factor sign-in: On')).toBeVisible()
  await expect(page.getByText('This browser')).toBeVisible()
  await page.getByRole('button', { name: 'Turn off' }).click()
  await page.getByLabel('Your password').fill(fay.password)
  await page.getByRole('dialog').getByRole('button', { name: 'Turn off' }).click()
  await expect(page.getByText('Two-factor sign-in: Off')).toBeVisible()
})

test('an API token is shown once, works, and is gone when it is deleted', async ({ as, house }) => {
  const page = await as('bob')
  await page.goto('/settings/tokens')
  await page.getByRole('button', { name: 'New token' }).click()
  await page.getByLabel('What is it for?').fill('Reporting')
  await page.getByRole('button', { name: 'Create' }).click()
  const value = await page.getByRole('dialog').locator('code').first().textContent()
  await page.getByRole('button', { name: 'Done' }).click()
  const asked = () =>
    fetch(`${house.product.url}/api/v1/me`, { headers: { authorization: `Bearer ${value}` } }).then(
      answer => answer.status,
    )
  expect(await asked()).toBe(200)
  await page.getByRole('button', { name: 'Delete: Reporting' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByRole('list', { name: 'API tokens' })).not.toContainText('Reporting')
  expect(await asked()).toBe(401)
})

async function screensOf(house: House): Promise<string[]> {
  const id = async (path: string) => (await house.product.call('GET', path)).body.items[0].id
  const personal = ['profile', 'security', 'permissions', 'tokens']
  const lists = ['people', 'people/invitations', 'groups', 'teams', 'channels', 'channels/new', 'cases']
  const single = [
    `people/${house.ada.id}`,
    `groups/${await id('/groups')}`,
    `teams/${house.care}`,
    `channels/${house.mailbox}`,
    `channels/${house.mailbox}/access`,
  ]
  return [...personal, ...lists, ...single].map(path => `/settings/${path}`)
}

for (const [scheme, width] of [
  ['light', 390],
  ['dark', 1440],
] as const) {
  test(`axe finds nothing on the settings, ${scheme}, ${width} px`, async ({ as, house }) => {
    test.setTimeout(180_000)
    const page = await as('owner')
    await page.emulateMedia({ colorScheme: scheme })
    await page.setViewportSize({ width, height: 900 })
    for (const screen of await screensOf(house)) {
      await page.goto(screen)
      await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toBeVisible()
      await expect(page.getByRole('status', { name: 'Loading…' })).toHaveCount(0)
      const found = await new AxeBuilder({ page }).analyze()
      expect(found.violations.map(one => `${screen} ${one.id}: ${one.nodes[0]?.html}`)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
    }
  })
}
