import { Readable } from 'node:stream'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { AttemptOutcome } from '#domain/conversations/delivery.ts'
import type { WireMail } from './compose-mail.ts'

/** A server that takes our outgoing mail. */
export type SmtpServer = {
  host: string
  port: number
  /** TLS from the first byte; otherwise STARTTLS where the server offers it. */
  secure: boolean
  user: string
  password: string
  /** What we call ourselves in EHLO. */
  name: string
}

type SmtpError = Error & { code?: string; responseCode?: number; response?: string }

const connectMs = 20_000
const silenceMs = 60_000

/**
 * Hands one mail to a server and says what came of it. Never throws. The line between "surely not taken" and
 * "not known" is drawn where the last byte of the mail has left us without an answer (I6).
 */
export async function handOverMail(
  server: SmtpServer,
  mail: WireMail,
  stop: AbortSignal,
): Promise<AttemptOutcome> {
  const connection = new SMTPConnection({
    host: server.host,
    port: server.port,
    secure: server.secure,
    name: server.name,
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    socketTimeout: silenceMs,
    dnsTimeout: connectMs,
    logger: false,
  })
  let handedOver = false
  stop.addEventListener('abort', () => connection.close(), { once: true })
  try {
    const body = Readable.from([mail.raw])
    body.once('end', () => {
      handedOver = true
    })
    const outcome = await talk(connection, server, mail, body)
    connection.quit()
    return outcome
  } catch (error) {
    connection.close()
    return outcomeOf(error as SmtpError, handedOver)
  }
}

async function talk(
  connection: SMTPConnection,
  server: SmtpServer,
  mail: WireMail,
  body: Readable,
): Promise<AttemptOutcome> {
  return new Promise((resolve, reject) => {
    connection.on('error', reject)
    connection.on('end', () => reject(new Error('The server closed the connection.')))
    const send = () =>
      connection.send({ from: mail.from, to: mail.to, size: mail.raw.length }, body, (error, info) => {
        if (error || !info) return reject(error ?? new Error('The server gave no answer.'))
        resolve({ kind: 'sent', words: info.response, refused: info.rejected })
      })
    connection.connect(error => {
      if (error) return reject(error)
      if (server.user === '') return send()
      connection.login({ user: server.user, pass: server.password }, failure =>
        failure ? reject(failure) : send(),
      )
    })
  })
}

function outcomeOf(error: SmtpError, handedOver: boolean): AttemptOutcome {
  const words = (error.response || error.message).replace(/\s+/gu, ' ').slice(0, 500)
  const status = error.responseCode ?? 0
  // A refused login or a TLS failure is a setting to be corrected, not a verdict on this mail (U2).
  const aboutThisMail = error.code === 'EENVELOPE' || error.code === 'EMESSAGE'
  if ((status >= 500 || status === 0) && aboutThisMail) return { kind: 'rejected', words }
  if (status >= 400) return { kind: 'postponed', words }
  if (handedOver)
    return { kind: 'unknown', words: `The connection was lost before the server answered: ${words}` }
  return { kind: 'postponed', words }
}
