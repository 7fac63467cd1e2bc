import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from './docket.ts'

const screens = ['/inbox', '/cases?view=all', '/quarantine']

for (const scheme of ['light', 'dark'] as const) {
  for (const width of [1440, 390]) {
    test(`axe finds nothing on the screens, ${scheme}, ${width} px`, async ({ as, house }) => {
      test.setTimeout(180_000)
      const { id } = await house.mail({
        subject: `Seen in ${scheme} at ${width}`,
        text: 'Hello\n\n> quoted\n> words',
      })
      const number = (await house.product.call('POST', '/cases', { messageId: id, teamId: house.care })).body
        .number
      const page = await as('owner')
      const troubles: string[] = []
      page.on('console', message => message.type() === 'error' && troubles.push(message.text()))
      await page.emulateMedia({ colorScheme: scheme })
      await page.setViewportSize({ width, height: 900 })
      for (const screen of [...screens, `/inbox?message=${id}`, `/cases/${number}`, '/settings']) {
        await page.goto(screen)
        await page.waitForLoadState('networkidle').catch(() => undefined)
        await expect(page.getByRole('status', { name: 'Loading…' })).toHaveCount(0)
        const found = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
          .analyze()
        expect(found.violations.map(one => `${screen} ${one.id}: ${one.nodes[0]?.html}`)).toEqual([])
        const fits = await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')
        expect(fits).toBe(true)
      }
      expect(troubles).toEqual([])
    })
  }
}

test('everything is reachable by keys: help lists what works here', async ({ as }) => {
  const page = await as('owner')
  await page.goto('/inbox')
  await expect(page.getByRole('heading', { level: 1, name: 'Inbox' })).toBeVisible()
  await page.keyboard.press('?')
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(help).toContainText('Go to Cases')
  await page.keyboard.press('Escape')
  await expect(help).toHaveCount(0)
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await expect(page).toHaveURL(/\/cases$/)
})

test('a lost connection is told and caught up', async ({ as, house }) => {
  const page = await as('owner')
  await page.goto('/inbox')
  await expect(page.getByRole('heading', { level: 1, name: 'Inbox' })).toBeVisible()
  await page.route('**/api/v1/events', route => route.abort())
  await page.reload()
  await expect(page.getByText('The connection is lost.')).toBeVisible({ timeout: 15_000 })
  await house.mail({ subject: 'Came in the meantime', text: 'Hello' })
  await page.unroute('**/api/v1/events')
  await page.getByRole('button', { name: 'Try now' }).click()
  await expect(page.getByText('The connection is lost.')).toHaveCount(0)
  await expect(page.getByRole('list', { name: 'Messages' })).toContainText('Came in the meantime')
})
