import { isPlausibleAddress, normaliseAddress } from '#domain/customers/address.ts'
import { readMessageId } from './read-ids.ts'
import type { BouncedRecipient, MailAttachment, MailBounce } from './understood-mail.ts'

const mostRecipients = 100
const longestPart = 200_000
const returnedParts = ['message/rfc822', 'message/global', 'text/rfc822-headers', 'message/rfc822-headers']
const reportParts = ['message/delivery-status', 'message/global-delivery-status', 'message/feedback-report']

/**
 * What a bounce says about the mail that did not arrive: its Message-ID, so that it finds the reply it
 * belongs to, and for whom it failed (L4, RFC 3464). Fields that the notice does not have stay empty.
 */
export function readBounce(
  text: string,
  parts: readonly MailAttachment[],
  failedRecipients: readonly string[],
): MailBounce {
  const returned = parts.find(({ mediaType }) => returnedParts.includes(mediaType))
  const report = parts.find(({ mediaType }) => reportParts.includes(mediaType))
  const recipients = report ? reportedRecipients(partText(report)) : []
  return {
    originalMessageId: idIn(returned ? partText(returned) : text) ?? idIn(text),
    recipients: recipients.length > 0 ? recipients : namedRecipients(failedRecipients),
  }
}

function partText(part: MailAttachment): string {
  return new TextDecoder().decode(part.content.subarray(0, longestPart))
}

/** The first Message-ID line, quoted or not: that of the returned mail's own headers. */
function idIn(text: string): string | null {
  const line = /^[> \t]{0,10}Message-ID:[ \t]*(<[^<>\n]{1,998}>)/imu.exec(text.slice(0, longestPart))
  return readMessageId(line?.[1])
}

/** The per-recipient groups of a delivery status (RFC 3464 2.3), separated by blank lines. */
function reportedRecipients(report: string): BouncedRecipient[] {
  const recipients: BouncedRecipient[] = []
  for (const group of report.replace(/\r\n?/gu, '\n').split(/\n[ \t]*\n/u)) {
    const address = addressIn(field(group, 'final-recipient') ?? field(group, 'original-recipient') ?? '')
    if (address === null || recipients.length >= mostRecipients) continue
    const status = /\b([245]\.\d{1,3}\.\d{1,3})\b/u.exec(field(group, 'status') ?? '')?.[1] ?? null
    recipients.push({ address, failure: failureOf(field(group, 'action') ?? '', status), status })
  }
  return recipients
}

function failureOf(action: string, status: string | null): BouncedRecipient['failure'] {
  const word = action.trim().toLowerCase()
  if (word.startsWith('delayed')) return 'delayed'
  if (word.startsWith('failed')) return status?.startsWith('4') ? 'temporary' : 'permanent'
  if (status !== null && !status.startsWith('2')) return status.startsWith('5') ? 'permanent' : 'temporary'
  return word === '' ? 'unknown' : 'none'
}

function namedRecipients(fields: readonly string[]): BouncedRecipient[] {
  return fields
    .flatMap(value => value.slice(0, longestPart).split(','))
    .flatMap(word => addressIn(word) ?? [])
    .slice(0, mostRecipients)
    .map(address => ({ address, failure: 'unknown', status: null }))
}

function field(group: string, name: string): string | null {
  const lines = group.split('\n')
  const index = lines.findIndex(line => line.slice(0, name.length + 1).toLowerCase() === `${name}:`)
  return index < 0 ? null : (lines[index]?.slice(name.length + 1) ?? null)
}

/** `rfc822; ada@example.org` and plain addresses, with or without brackets. */
function addressIn(value: string): string | null {
  const tail = value.slice(value.indexOf(';') + 1)
  const word = tail.replace(/[<>]/gu, ' ').trim().split(/\s+/u)[0] ?? ''
  return isPlausibleAddress(word) ? normaliseAddress(word) : null
}
