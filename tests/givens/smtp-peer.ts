import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'

/** What the other side does with the next mail. */
export type PeerMood = 'takes' | 'busy' | 'refuses' | 'cuts' | 'refuses sender'

/** A mail server of somebody else that takes what we send, or does not. */
export type SmtpPeer = {
  port: number
  mood: PeerMood
  /** Mails that have arrived whole, also those whose answer was cut off. */
  mails: { raw: string; from: string; to: string[] }[]
  /** What happens as soon as a mail has arrived, before the answer. */
  onMail: (() => Promise<void>) | null
  stop(): Promise<void>
}

/** Starts one on a free port. */
export async function startSmtpPeer(): Promise<SmtpPeer> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    closeTimeout: 100,
    onMailFrom: (_address, _session, done) =>
      done(peer.mood === 'refuses sender' ? failure(550, 'we know you') : null),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => void arrived(Buffer.concat(chunks), session, done))
    },
  })
  const arrived = async (raw: Buffer, session: SMTPServerSession, done: (error?: Error | null) => void) => {
    if (peer.mood === 'busy') return done(failure(451, 'greylisted, try again'))
    if (peer.mood === 'refuses') return done(failure(550, 'no such user here'))
    const { mailFrom, rcptTo } = session.envelope
    const from = mailFrom ? mailFrom.address : ''
    peer.mails.push({ raw: raw.toString('utf8'), from, to: rcptTo.map(each => each.address) })
    await peer.onMail?.()
    if (peer.mood === 'cuts') return cut(server, session)
    done()
  }
  server.on('error', () => undefined)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const peer: SmtpPeer = {
    port: (server.server.address() as AddressInfo).port,
    mood: 'takes',
    mails: [],
    onMail: null,
    stop: () => new Promise(resolve => server.close(() => resolve())),
  }
  return peer
}

function failure(code: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode: code })
}

/** The line goes dead after the mail has arrived and before anybody has said so. */
function cut(server: SMTPServer, session: SMTPServerSession): void {
  for (const connection of server.connections) {
    if (connection.session.id === session.id)
      (connection as unknown as { _socket: { destroy(): void } })._socket.destroy()
  }
}

/** A header of a mail that has arrived, unfolded; empty if there is none. */
export function headerOf(raw: string, name: string): string {
  const head = raw.split('\r\n\r\n')[0]!.replace(/\r\n[ \t]+/gu, ' ')
  return new RegExp(`^${name}: (.*)$`, 'imu').exec(head)?.[1]?.trim() ?? ''
}
