import {
  caseNumberIn,
  decideThread,
  type Pointer,
  type ThreadEvidence,
  type Threading,
} from '#domain/conversations/threading.ts'
import { addressKey } from '#domain/customers/address.ts'
import type { Tx } from '#server/platform/db/tx.ts'
import type { UnderstoodMail } from '#server/platform/mail/understood-mail.ts'
import type { Seal } from '#server/platform/seal.ts'
import type { MessageChannel } from './find-channel.ts'
import {
  caseOfConversation,
  conversationOfCase,
  conversationsWithMailIds,
  mailIdIsKnown,
  pointersTo,
} from './find-evidence.ts'
import type { Envelope } from './raw-store.ts'
import { type ReadToken, readToken, tokenInAddress, tokenInMessageId } from './reply-token.ts'

/** Where a mail belongs, and the case it claims to be about when that is doubted. */
export type MailThread = Threading & { doubtedCaseId: string | null }

/** Gathers what a mail shows about where it belongs and lets the rule decide (BY-09, T1-T4, T8). */
export async function threadMail(
  tx: Tx,
  seal: Seal,
  channel: MessageChannel,
  mail: UnderstoodMail,
  envelope: Envelope,
): Promise<MailThread> {
  const evidence = await evidenceOf(tx, seal, channel, mail, envelope)
  const threading = decideThread(evidence)
  const doubtedCaseId = threading.doubtedConversationId
    ? await caseOfConversation(tx, threading.doubtedConversationId)
    : null
  return { ...threading, doubtedCaseId }
}

async function evidenceOf(
  tx: Tx,
  seal: Seal,
  channel: MessageChannel,
  mail: UnderstoodMail,
  envelope: Envelope,
): Promise<ThreadEvidence> {
  const named = nearestFirst(mail)
  const tokens = tokensIn(seal, tx.workspaceId, channel, mail, envelope, named)
  const number = caseNumberIn(mail.subject)
  const [referred, sameIdKnown, ofNumber] = await Promise.all([
    conversationsWithMailIds(tx, channel.id, named),
    mail.messageId ? mailIdIsKnown(tx, channel.id, mail.messageId) : false,
    number === null ? undefined : conversationOfCase(tx, channel.id, number),
  ])
  const proven = tokens.filter(token => token.proven).map(token => token.conversationId)
  const forged = tokens.filter(token => !token.proven).map(token => token.conversationId)
  const hinted = [...forged, ...(ofNumber ? [ofNumber] : [])]
  const known = await pointersTo(tx, channel.id, [...new Set([...proven, ...referred, ...hinted])])
  return {
    sender: mail.from ? addressKey(mail.from.address) : null,
    senderVerified: mail.senderVerified,
    bounce: mail.automatic.kind === 'bounce' && !envelope.from,
    proven: pointersIn(known, proven),
    referred: pointersIn(known, referred),
    hinted: pointersIn(known, hinted),
    sameIdKnown,
  }
}

/** The Message-IDs that a mail names as its predecessors, the one it answers first. */
export function nearestFirst(mail: UnderstoodMail): string[] {
  const ids = [...(mail.inReplyTo ? [mail.inReplyTo] : []), ...mail.references.toReversed()]
  return [...new Set(ids)]
}

/** Reply tokens in the addresses it went to, then in the Message-IDs it names. */
function tokensIn(
  seal: Seal,
  workspaceId: string,
  channel: MessageChannel,
  mail: UnderstoodMail,
  envelope: Envelope,
  named: readonly string[],
): ReadToken[] {
  const { address } = channel
  const addresses = [
    ...envelope.to,
    ...mail.deliveredTo,
    ...[...mail.to, ...mail.cc].map(person => person.address),
  ].slice(0, mostAddresses)
  const inAddresses = address === null ? [] : addresses.map(recipient => tokenInAddress(address, recipient))
  const texts = [...inAddresses, ...named.map(tokenInMessageId)]
  const distinct = new Set(texts.flatMap(text => (text === null ? [] : [text.toLowerCase()])))
  return [...distinct].flatMap(text => readToken(seal, workspaceId, text) ?? [])
}

const mostAddresses = 200

function pointersIn(known: ReadonlyMap<string, Pointer>, ids: readonly string[]): Pointer[] {
  return [...new Set(ids)].flatMap(id => known.get(id) ?? [])
}
