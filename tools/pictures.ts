import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from '@playwright/test'
import { type RealServer, startRealServer } from '#tests/harness/real-server.ts'
import { findChromium, thisMachine } from '#tools/check/chromium.ts'
import { repositoryRoot } from '#tools/source/files.ts'

/** Takes a picture of every screen with the made-up company, light and dark, wide and narrow, into pictures/. */
const folder = join(repositoryRoot, 'pictures')
const screens = {
  'sign-in': '/sign-in',
  inbox: '/inbox',
  cases: '/cases?view=all',
  case: '/cases/69',
  quarantine: '/quarantine',
  people: '/settings/people',
  groups: '/settings/groups',
  teams: '/settings/teams',
  channels: '/settings/channels',
  'case-settings': '/settings/cases',
  profile: '/settings/profile',
}
const owner = { email: 'olga@copperlark.example', password: 'a-password-for-pictures' }

async function takeAll(browser: Browser, server: RealServer): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1440, 390]) {
      const size = {
        viewport: { width, height: width === 390 ? 844 : 900 },
        colorScheme,
        baseURL: server.url,
      }
      const context = await browser.newContext(size)
      const page = await context.newPage()
      for (const [name, address] of Object.entries(screens)) {
        await page.goto(address)
        await page.waitForLoadState('networkidle')
        await page.screenshot({ path: join(folder, `${name}-${colorScheme}-${width}.png`) })
        if (name === 'sign-in') {
          await context.request.post('/api/auth/sign-in/email', {
            data: owner,
            headers: { origin: server.url },
          })
        }
      }
      await context.close()
    }
  }
}

const found = findChromium(thisMachine)
if ('missing' in found) throw new Error(found.missing)
const dataFolder = mkdtempSync(join(tmpdir(), 'docket-pictures-'))
mkdirSync(folder, { recursive: true })
const env = {
  DOCKET_OWNER_EMAIL: owner.email,
  DOCKET_OWNER_PASSWORD: owner.password,
  DOCKET_REQUESTS_PER_MINUTE: '100000',
}
const server = await startRealServer({ dataFolder, env, args: ['--sample'] })
const browser = await chromium.launch({
  executablePath: found.path,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
try {
  await takeAll(browser, server)
  console.log(`The pictures are in ${folder}.`)
} finally {
  await browser.close()
  await server.end('SIGTERM')
  rmSync(dataFolder, { recursive: true, force: true })
}
