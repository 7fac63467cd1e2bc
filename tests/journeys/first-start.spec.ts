import { expect, test } from '@playwright/test'
import { openSetup } from '#server/people/set-up.ts'
import { startProduct } from '#tests/harness/product.ts'

test('A8: the first start makes workspace and owner by the one-time link, and only once', async ({
  page,
}) => {
  const none = { DOCKET_OWNER_EMAIL: '', DOCKET_OWNER_PASSWORD: '', DOCKET_OWNER_TOKEN: '' }
  const product = await startProduct(none)
  try {
    const link = (await openSetup(product.ctx))!
    await page.goto(`${product.url}/`)
    await expect(page.getByText('The link is incomplete')).toBeVisible()
    await page.goto('about:blank')
    await page.goto(link)
    await expect(page).toHaveURL(`${product.url}/setup`)
    await page.getByLabel('Name of the workspace').fill('Northwind')
    await page.getByLabel('Your name').fill('Mara Lindqvist')
    await page.getByLabel('Your e-mail').fill('mara@northwind.example')
    await page.getByRole('textbox', { name: 'Password' }).fill('short')
    await page.getByRole('button', { name: 'Create the workspace' }).click()
    await expect(page.getByText('Use at least 12 characters for the password.')).toBeVisible()
    await page.getByRole('textbox', { name: 'Password' }).fill('correct horse battery')
    await page.getByRole('button', { name: 'Create the workspace' }).click()
    await expect(page).toHaveURL(`${product.url}/inbox`)
    await expect(page.getByRole('navigation', { name: 'Main' })).toContainText('Northwind')
    await page.goto(`${product.url}/setup`)
    await expect(page.getByText('Docket is already set up')).toBeVisible()
  } finally {
    await product.stop()
  }
})
