import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { binOf } from '#tools/check/commands.ts'
import { repositoryRoot } from '#tools/source/files.ts'

/** What finding a browser asks of a machine; a test gives a machine of its own. */
export type Machine = {
  /** The setting DOCKET_CHROMIUM. */
  chosen: string | undefined
  /** Where Playwright keeps the browser it downloads. */
  download: string
  /** Whether the program at a path exists and tells its version. */
  answers: (path: string) => boolean
  /** Downloads Playwright's browser. */
  downloads: () => void
  /** Installs the Debian package; null where that is not possible. */
  installs: (() => void) | null
}

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The path of a Chromium that runs here, got if need be; else one sentence that says what to do. */
export function findChromium(machine: Machine): { path: string } | { missing: string } {
  const { chosen, download, answers } = machine
  if (chosen) {
    const missing = `DOCKET_CHROMIUM is ${chosen}, which does not start: set it to a Chromium that does, or unset it.`
    return answers(chosen) ? { path: chosen } : { missing }
  }
  const known = [...usual, download].find(answers)
  if (known) return { path: known }
  machine.downloads()
  if (answers(download)) return { path: download }
  machine.installs?.()
  const installed = usual.find(answers)
  if (installed) return { path: installed }
  const missing =
    'The journeys need Chromium and none could be found or fetched: install it, or set DOCKET_CHROMIUM to its path.'
  return { missing }
}

/** The machine this runs on. */
export const thisMachine: Machine = {
  chosen: process.env.DOCKET_CHROMIUM,
  download: chromium.executablePath(),
  answers: path => existsSync(path) && run(path, ['--version'], 30_000),
  downloads: () => {
    console.log('Fetching Chromium for the journeys …')
    run(process.execPath, [...binOf('@playwright/test', 'playwright'), 'install', 'chromium'], 5 * 60_000)
  },
  installs: process.getuid?.() === 0 && existsSync('/etc/debian_version') ? installPackage : null,
}

function installPackage(): void {
  console.log('Installing the package chromium for the journeys …')
  const install = () => run('apt-get', ['install', '-y', 'chromium'], 10 * 60_000)
  if (!install() && run('apt-get', ['update'], 5 * 60_000)) install()
}

function run(command: string, words: readonly string[], timeout: number): boolean {
  const env = {
    ...process.env,
    DEBIAN_FRONTEND: 'noninteractive',
    PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000',
  }
  return spawnSync(command, words, { cwd: repositoryRoot, env, stdio: 'ignore', timeout }).status === 0
}
