import { queryOnce } from '#tests/harness/query-once.ts'
import type { Entry } from './entries.ts'
import type { Taken } from './mail-server.ts'
import type { WrittenReply } from './replies.ts'

/** What became of acknowledged messages. Each list names tokens. */
export type MessageVerdict = {
  readonly lost: readonly string[]
  readonly doubled: readonly string[]
  readonly quarantined: number
  /** Raw messages that count as understood without having become a message. */
  readonly halfDone: number
}

/** Compares the ledger with what is stored: every message once in each of its channels, or in quarantine. */
export async function judgeMessages(
  ownerUrl: string,
  acknowledged: readonly Entry[],
  channelIds: readonly string[],
): Promise<MessageVerdict> {
  const rows = await queryOnce(
    ownerUrl,
    `select channel_id, subject as token, false as aside from messages where direction = 'in'
     union all select channel_id, substring(convert_from(body, 'UTF8') from 'ledger-[0-9]+-[0-9]+'), true
     from raw_messages where state = 'quarantined'`,
  )
  const counts = new Map<string, number>()
  for (const { channel_id, token } of rows) {
    const key = `${channel_id} ${token}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const places = acknowledged.flatMap(({ token, channels }) =>
    channels.map(channel => ({ token, count: counts.get(`${channelIds[channel]} ${token}`) ?? 0 })),
  )
  const [half] = await queryOnce(
    ownerUrl,
    `select count(*) as n from raw_messages r where state = 'understood' and not exists (select from messages m
     where m.workspace_id = r.workspace_id and m.raw_id = r.id)`,
  )
  return {
    lost: places.filter(place => place.count === 0).map(place => place.token),
    doubled: places.filter(place => place.count > 1).map(place => place.token),
    quarantined: rows.filter(row => row.aside).length,
    halfDone: Number(half!.n),
  }
}

/** What became of acknowledged replies. Each list names tokens. */
export type ReplyVerdict = {
  /** Neither with the other side nor shown as in doubt or failed. */
  readonly lost: readonly string[]
  /** Written more than once, or sent more than once without a word about it, or under another Message-ID. */
  readonly doubled: readonly string[]
  /** Sent twice, with the same Message-ID, and shown as in doubt meanwhile (SURVIVE I6). */
  readonly doubledAndShown: number
  /** Not with the other side, and shown as in doubt or failed. */
  readonly shownInDoubt: number
}

/** Compares the acknowledged replies with the outbox and with what the other side took. */
export async function judgeReplies(
  ownerUrl: string,
  acknowledged: readonly WrittenReply[],
  taken: readonly Taken[],
): Promise<ReplyVerdict> {
  const rows = await queryOnce(
    ownerUrl,
    `select substring(m.text from 'reply-[0-9]+-[0-9]+') as token, o.state, o.doubts from messages m
     join outbox o on o.workspace_id = m.workspace_id and o.message_id = m.id where m.direction = 'out'`,
  )
  const verdicts = acknowledged.map(({ token }) => {
    const written = rows.filter(row => row.token === token)
    const copies = taken.filter(one => one.token === token)
    return { token, verdict: verdictOn(written, copies) }
  })
  const tokensOf = (wanted: string) => verdicts.filter(one => one.verdict === wanted).map(one => one.token)
  return {
    lost: tokensOf('lost'),
    doubled: tokensOf('doubled'),
    doubledAndShown: tokensOf('shown twice').length,
    shownInDoubt: tokensOf('in doubt').length,
  }
}

function verdictOn(written: readonly Record<string, unknown>[], copies: readonly Taken[]): string {
  if (written.length > 1) return 'doubled'
  const [mail] = written
  if (!mail) return 'lost'
  if (copies.length === 0) return ['uncertain', 'failed'].includes(String(mail.state)) ? 'in doubt' : 'lost'
  if (copies.length === 1) return 'good'
  const sameId = new Set(copies.map(copy => copy.messageId)).size === 1
  return sameId && Number(mail.doubts) >= copies.length - 1 ? 'shown twice' : 'doubled'
}

/** What is still to be done: mails to read, mails to send, and jobs for either. */
export type Backlog = { readonly unread: number; readonly unsent: number; readonly jobs: number }

/** Counts the backlog. */
export async function readBacklog(ownerUrl: string): Promise<Backlog> {
  const [row] = await queryOnce(
    ownerUrl,
    `select (select count(*) from raw_messages where state = 'received') as unread,
       (select count(*) from outbox where kind = 'reply' and (state in ('queued', 'sending') or next_attempt_at is not null)) as unsent,
       (select count(*) from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
        where t.identifier = 'understand_mail') as jobs`,
  )
  return { unread: Number(row!.unread), unsent: Number(row!.unsent), jobs: Number(row!.jobs) }
}
