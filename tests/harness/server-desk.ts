import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { startTestServer, type TestServer } from '#tests/harness/test-server.ts'

/** Where the processes of a test run find the desk; set for them by the global set-up. */
export const DESK_VARIABLE = 'DOCKET_TEST_SERVER_DESK'

/** What the desk answers: the server, or why there is none. */
type Answer = { readonly server: TestServer } | { readonly trouble: string }

/**
 * Opens the desk at which the processes of a test run ask for the one PostgreSQL they share. The first that asks has it
 * started, so that a run of rules alone starts none. Only this account can ask: the answer opens a superuser's door.
 */
export async function openServerDesk(): Promise<{
  readonly address: string
  readonly close: () => Promise<void>
}> {
  const folder = mkdtempSync(join(tmpdir(), 'docket-desk-'))
  const address = process.platform === 'win32' ? `\\\\.\\pipe\\${basename(folder)}` : join(folder, 'desk')
  let starting: ReturnType<typeof startTestServer> | undefined
  const desk = createServer(socket => {
    socket.on('error', () => undefined)
    starting ??= startTestServer()
    const answer: Promise<Answer> = starting.then(
      ({ ownerUrl, appUrl }) => ({ server: { ownerUrl, appUrl } }),
      error => ({ trouble: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    )
    void answer.then(words => socket.end(JSON.stringify(words)))
  })
  await once(desk.listen(address), 'listening')
  const close = async () => {
    desk.close()
    await starting?.then(server => server.stop()).catch(() => undefined)
    rmSync(folder, { recursive: true, force: true })
  }
  return { address, close }
}

/** Asks at the desk. Throws what kept the server from starting. */
export async function askForServer(address: string): Promise<TestServer> {
  const answer: Answer = JSON.parse(await text(connect(address)))
  if ('server' in answer) return answer.server
  throw new Error(answer.trouble)
}
