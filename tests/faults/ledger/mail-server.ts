import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { SMTPServer } from 'smtp-server'

/** One mail that the outside took: what it says of itself, and whether the 250 was held back. */
export type Taken = { readonly messageId: string; readonly token: string | null; readonly answered: boolean }

/** A mail server of the outside: takes everything and remembers it. */
export type OutsideMailServer = {
  readonly port: number
  readonly taken: readonly Taken[]
  readonly stop: () => Promise<void>
}

/**
 * Starts it. Between the end of DATA and its answer it waits a little, and in one of thirty mails it hangs up instead of
 * answering (SURVIVE I6).
 */
export async function startOutsideMailServer(random: () => number): Promise<OutsideMailServer> {
  const taken: Taken[] = []
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onData: (stream, session, done) => {
      void text(stream).then(async mail => {
        const hangsUp = random() < 1 / 30
        taken.push({ ...identify(mail), answered: !hangsUp })
        await pause(random() * 40)
        if (!hangsUp) return done()
        const connections = (
          server as unknown as { connections: Set<{ session: unknown; _socket: { destroy(): void } }> }
        ).connections
        for (const one of connections) if (one.session === session) one._socket.destroy()
      }, done)
    },
  })
  server.on('error', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  return {
    port: (server.server.address() as AddressInfo).port,
    taken,
    stop: () => new Promise(resolve => server.close(() => resolve())),
  }
}

function identify(mail: string): Pick<Taken, 'messageId' | 'token'> {
  return {
    messageId: /^Message-ID:\s*<([^>]+)>/imu.exec(mail)?.[1] ?? '',
    token: /reply-\d+-\d+/u.exec(mail)?.[0] ?? null,
  }
}
