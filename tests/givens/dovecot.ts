import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import {
  chmod,
  chown,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ImapFlow } from 'imapflow'
import { vi } from 'vitest'
import { newId } from '#server/platform/ids.ts'

/** A real mail server with one mailbox, whose files lie where a test can put mail into them. */
export type Dovecot = {
  port: number
  user: string
  password: string
  /** Puts a mail into the mailbox as if it had arrived then. */
  deliver(raw: Buffer, arrived: Date): Promise<void>
  /** Flags of all mails by Subject. */
  flags(): Promise<Record<string, string[]>>
  /** The mailbox gets new numbers for everything, as after a move to another server. */
  renumber(): Promise<void>
  stop(): Promise<void>
  start(): Promise<void>
  remove(): Promise<void>
}

/** Why there can be no such server here; null if there can. */
export function whyNoDovecot(): string | null {
  if (process.getuid?.() !== 0) return 'Dovecot is started as root only, so that it can drop its rights.'
  return existsSync(program) ? null : `Dovecot is not installed (${program}; Debian: dovecot-imapd).`
}

const program = '/usr/sbin/dovecot'
const user = 'support'
const password = 'opensesame'

/** Starts one on a free port, with a configuration of its own. */
export async function startDovecot(): Promise<Dovecot> {
  const folder = await mkdtemp(join(tmpdir(), 'docket-imap-'))
  const port = await freePort()
  const maildir = await makeMaildir(folder)
  const config = join(folder, 'dovecot.conf')
  await writeFile(config, configuration(folder, port))
  let running: ChildProcess | null = null
  const start = async () => {
    running = spawn(program, ['-F', '-c', config], { stdio: 'ignore' })
    await vi.waitFor(async () => (await connected(port)).close(), { timeout: 10_000 })
  }
  const stop = async () => {
    const ended = new Promise(resolve => running?.once('exit', resolve))
    running?.kill('SIGTERM')
    if (running) await ended
    running = null
  }
  const remove = async () => {
    await stop()
    await rm(folder, { recursive: true, force: true })
  }
  await start().catch(error => remove().then(() => Promise.reject(error)))
  return {
    port,
    user,
    password,
    deliver: (raw, arrived) => deliver(maildir, raw, arrived),
    flags: () => readFlags(port),
    async renumber() {
      await stop()
      await changeNumbers(maildir)
      await start()
    },
    start,
    stop,
    remove,
  }
}

async function makeMaildir(folder: string): Promise<string> {
  const { uid, gid } = ids('mail')
  const maildir = join(folder, 'mail')
  for (const path of [maildir, join(maildir, 'cur'), join(maildir, 'new'), join(maildir, 'tmp')]) {
    await mkdir(path, { recursive: true })
    await chown(path, uid, gid)
  }
  // Temporary folders are private; the mail server's lesser processes must pass through this one.
  await chmod(folder, 0o755)
  await mkdir(join(folder, 'home'))
  return maildir
}

async function deliver(maildir: string, raw: Buffer, arrived: Date): Promise<void> {
  const { uid, gid } = ids('mail')
  const name = `${newId()}.test`
  const arriving = join(maildir, 'tmp', name)
  await writeFile(arriving, raw)
  await chown(arriving, uid, gid)
  await utimes(arriving, arrived, arrived)
  await rename(arriving, join(maildir, 'new', name))
}

async function changeNumbers(maildir: string): Promise<void> {
  for (const name of await readdir(maildir)) {
    if (/^dovecot(?!-uidlist)/u.test(name)) await rm(join(maildir, name), { recursive: true })
  }
  const list = join(maildir, 'dovecot-uidlist')
  const text = await readFile(list, 'utf8')
  await writeFile(
    list,
    text.replace(/V(\d+)/u, (_all, before: string) => `V${Number(before) + 1}`),
  )
}

function configuration(folder: string, port: number): string {
  return `
protocols = imap
listen = 127.0.0.1
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
ssl = no
auth_failure_delay = 0
disable_plaintext_auth = no
mail_location = maildir:${folder}/mail
first_valid_uid = 1
passdb {
  driver = static
  args = password=${password}
}
userdb {
  driver = static
  args = uid=mail gid=mail home=${folder}/home
}
service imap-login {
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
`
}

function ids(name: string): { uid: number; gid: number } {
  const id = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

async function connected(port: number): Promise<ImapFlow> {
  const client = new ImapFlow({
    host: '127.0.0.1',
    port,
    secure: false,
    auth: { user, pass: password },
    logger: false,
  })
  client.on('error', () => undefined)
  await client.connect()
  return client
}

async function readFlags(port: number): Promise<Record<string, string[]>> {
  const client = await connected(port)
  try {
    await client.mailboxOpen('INBOX', { readOnly: true })
    const mails = await client.fetchAll('1:*', { flags: true, envelope: true })
    return Object.fromEntries(mails.map(mail => [mail.envelope?.subject ?? '', [...(mail.flags ?? [])]]))
  } finally {
    client.close()
  }
}
