import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import { findChannelByAddress } from '#server/channels/access.ts'
import { receiveMail } from '#server/conversations/receive-mail.ts'
import type { Context } from '#server/platform/context.ts'

/** The port through which mail servers bring mail to the channels' addresses. */
export type SmtpDoor = { port: number; stop(): Promise<void> }

export type SmtpDoorOptions = {
  host: string
  /** 0 for any free one. */
  port: number
  limits?: Partial<typeof usualLimits>
}

const megabyte = 1024 * 1024
/** RFC 5321 4.5.3.1.8 asks for at least 100 recipients. */
const usualLimits = {
  messageBytes: 35 * megabyte,
  recipients: 100,
  clients: 200,
  clientsOfOneAddress: 50,
  /** Of all mails that are coming in at this moment: what the process may hold in memory. */
  bytesAtOnce: 200 * megabyte,
}
type Limits = typeof usualLimits

type Recipient = { workspaceId: string; channelId: string; address: string }

/** A mail is on its way in: to whom. */
type Incoming = { recipients: Recipient[] }

class SmtpRefusal extends Error {
  readonly responseCode: number
  constructor(responseCode: number, message: string) {
    super(message)
    this.responseCode = responseCode
  }
}

/**
 * Opens the SMTP door: takes mail for known addresses only (no relay), says 250 only after the mail is
 * stored, 451 when the database does not answer, so that whoever brought it keeps it (promise 3).
 */
export async function openSmtpDoor(ctx: Context, options: SmtpDoorOptions): Promise<SmtpDoor> {
  const limits: Limits = { ...usualLimits, ...options.limits }
  const incoming = new WeakMap<SMTPServerSession, Incoming>()
  const memory = { bytes: 0 }
  const connections = countConnections(limits)
  const server = new SMTPServer({
    name: new URL(ctx.publicUrl).hostname,
    banner: 'Docket',
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: limits.messageBytes,
    maxClients: limits.clients,
    socketTimeout: 60_000,
    closeTimeout: 5_000,
    logger: false,
    onConnect: (session, done) => answer(done, async () => connections.enter(session)),
    onClose: session => connections.leave(session),
    onMailFrom: (_address, session, done) => {
      incoming.set(session, { recipients: [] })
      done()
    },
    onRcptTo: (address, session, done) =>
      answer(done, () => takeRecipient(ctx, limits, incoming.get(session)!, address.address)),
    onData: (stream, session, done) =>
      answer(done, () => takeMail(ctx, limits, memory, incoming.get(session)!, stream, session)),
  })
  server.on('error', error => ctx.log.info({ err: error }, 'a connection of the mail port ended badly'))
  await listen(server, options)
  return {
    port: (server.server.address() as AddressInfo).port,
    stop: () => new Promise(resolve => server.close(() => resolve())),
  }
}

type Done = (error?: Error | null) => void

function answer(done: Done, work: () => Promise<void>): void {
  work().then(() => done(), done)
}

async function takeRecipient(ctx: Context, limits: Limits, mail: Incoming, address: string): Promise<void> {
  if (mail.recipients.length >= limits.recipients) throw new SmtpRefusal(452, '4.5.3 Too many recipients')
  const channel = await findChannelByAddress(ctx, address).catch(error => {
    ctx.log.warn({ err: error }, 'a recipient could not be looked up')
    throw new SmtpRefusal(451, '4.3.0 Try again later')
  })
  if (!channel) throw new SmtpRefusal(550, '5.1.1 No such address here')
  mail.recipients.push({ ...channel, address })
}

async function takeMail(
  ctx: Context,
  limits: Limits,
  memory: { bytes: number },
  mail: Incoming,
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
): Promise<void> {
  const held = { bytes: 0 }
  try {
    const raw = await readWhole(stream, limits, memory, held)
    await keep(ctx, mail, raw, session)
  } finally {
    memory.bytes -= held.bytes
  }
}

/** All bytes of the mail, or a refusal; the rest of a refused mail is read and forgotten, as the protocol wants. */
async function readWhole(
  stream: SMTPServerDataStream,
  limits: Limits,
  memory: { bytes: number },
  held: { bytes: number },
): Promise<Buffer> {
  const chunks: Buffer[] = []
  let crowded = false
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    if (crowded || stream.sizeExceeded) continue
    if (memory.bytes + chunk.length > limits.bytesAtOnce) {
      crowded = true
      chunks.length = 0
      continue
    }
    memory.bytes += chunk.length
    held.bytes += chunk.length
    chunks.push(chunk)
  }
  if (stream.sizeExceeded) throw new SmtpRefusal(552, '5.3.4 This mail is too large')
  if (crowded) throw new SmtpRefusal(452, '4.3.1 Too much mail at once, try again later')
  return Buffer.concat(chunks)
}

/** Once per channel, however many of its addresses were named (I3). All or nothing is said to the other side. */
async function keep(ctx: Context, mail: Incoming, raw: Buffer, session: SMTPServerSession): Promise<void> {
  const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : ''
  const channels = new Map(mail.recipients.map(recipient => [recipient.channelId, recipient.workspaceId]))
  for (const [channelId, workspaceId] of channels) {
    const to = mail.recipients.flatMap(recipient =>
      recipient.channelId === channelId ? [recipient.address] : [],
    )
    const envelope = { from, to, remote: session.remoteAddress }
    await receiveMail(ctx, { workspaceId, channelId, via: 'smtp', envelope, raw }).catch(error => {
      ctx.log.warn({ err: error }, 'a mail could not be stored and was left with its sender')
      throw new SmtpRefusal(451, '4.3.0 Try again later')
    })
  }
}

function countConnections(limits: Limits) {
  const open = new Map<string, number>()
  const counted = new WeakSet<SMTPServerSession>()
  return {
    enter(session: SMTPServerSession): void {
      const count = (open.get(session.remoteAddress) ?? 0) + 1
      if (count > limits.clientsOfOneAddress)
        throw new SmtpRefusal(421, '4.7.0 Too many connections from you')
      open.set(session.remoteAddress, count)
      counted.add(session)
    },
    leave(session: SMTPServerSession): void {
      if (!counted.delete(session)) return
      const count = (open.get(session.remoteAddress) ?? 1) - 1
      if (count > 0) open.set(session.remoteAddress, count)
      else open.delete(session.remoteAddress)
    },
  }
}

async function listen(server: SMTPServer, options: SmtpDoorOptions): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject)
    server.listen(options.port, options.host, () => {
      server.server.removeListener('error', reject)
      resolve()
    })
  })
}
