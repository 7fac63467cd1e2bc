import { usualPriority } from '#domain/cases/priority.ts'
import { type Following, followMessage } from '#domain/cases/reopening.ts'
import type { Source } from '#domain/cases/source.ts'
import { isActive } from '#domain/cases/status.ts'
import { usualType } from '#domain/cases/types.ts'
import { oneLine, shorten } from '#domain/kernel/text.ts'
import type { CasesRow } from '#server/platform/db/tables.ts'
import type { Tx } from '#server/platform/db/tx.ts'
import { newId } from '#server/platform/ids.ts'
import { insistOnTeam } from './assign-case.ts'
import { recordBirth } from './create-case.ts'
import { findCaseType } from './find-names.ts'
import { caseSettings, type SettingsInForce } from './settings-access.ts'
import { insertCase, lockCasesOfConversation, takeNumber, updateCase } from './store.ts'
import { takeStep } from './take-step.ts'

/** A customer's message that has just been stored in a conversation, not yet in a case. */
export type Inbound = {
  conversationId: string
  channelId: string
  customerId: string | null
  messageId: string
  ingestedAt: Date
  automatic: boolean
  subject: string
  text: string
  source: Source
  createOnLateMessage: boolean
  defaultTeamId: string | null
}

/** Which case the message now belongs to, and what it did to it. */
export type Followed = {
  caseId: string | null
  number: number | null
  effect: 'joined' | 'reopened' | 'opened' | 'none'
}

/**
 * Decides what a customer's message does to the cases of its conversation and does it (CV-01, CV-03, T6,
 * T14, T15, D-05). The caller writes the message's case afterwards. The conversation's cases are locked,
 * so that a message and a closing agent come one after the other (X3).
 */
export async function followInbound(tx: Tx, message: Inbound): Promise<Followed> {
  const [rows, inForce] = await Promise.all([
    lockCasesOfConversation(tx, message.conversationId),
    caseSettings(tx),
  ])
  const candidates = rows.map(row => ({
    id: row.id,
    number: row.number,
    status: row.status,
    closeReason: row.close_reason,
    resolvedAt: row.resolved_at,
    closedAt: row.closed_at,
  }))
  const following = followMessage(candidates, message, inForce.settings, message)
  if (following.effect === 'none') return { caseId: null, number: null, effect: 'none' }
  if (following.effect === 'open') return openLateCase(tx, message, following, inForce)
  const row = rows.find(candidate => candidate.id === following.caseId)!
  return following.effect === 'join'
    ? join(tx, row, message, inForce)
    : reopen(tx, row, message, following, inForce)
}

async function join(tx: Tx, row: CasesRow, message: Inbound, inForce: SettingsInForce): Promise<Followed> {
  const customer = { kind: 'customer', id: message.customerId } as const
  const also = { last_inbound_at: message.ingestedAt, last_qualifying_at: message.ingestedAt }
  // A machine's notice does not mean that the customer has answered (T6).
  const act = message.automatic ? null : ({ kind: 'customer_wrote' } as const)
  const stepped = act
    ? await takeStep(tx, row, act, {
        actor: customer,
        why: 'CUSTOMER_WROTE',
        settingsVersion: inForce.version,
        also,
      })
    : { step: null }
  if (stepped.step === null) await updateCase(tx, row, also, null)
  return { caseId: row.id, number: row.number, effect: 'joined' }
}

async function reopen(
  tx: Tx,
  row: CasesRow,
  message: Inbound,
  following: Following & { effect: 'reopen' },
  inForce: SettingsInForce,
): Promise<Followed> {
  await takeStep(
    tx,
    row,
    { kind: 'reopen_for_message' },
    {
      actor: { kind: 'system' },
      why: following.why,
      rule: following.why === 'WITHIN_GRACE' ? 'grace' : 'auto_reopen',
      settingsVersion: inForce.version,
      also: { last_inbound_at: message.ingestedAt },
    },
  )
  return { caseId: row.id, number: row.number, effect: 'reopened' }
}

/** D-05: an e-mail that comes too late to reopen its case opens a new one, in the channel's usual team. */
async function openLateCase(
  tx: Tx,
  message: Inbound,
  following: Following,
  inForce: SettingsInForce,
): Promise<Followed> {
  const team = message.defaultTeamId
    ? await insistOnTeam(tx, message.defaultTeamId, message.channelId).catch(() => null)
    : null
  const type = await findCaseType(tx, { name: usualType })
  const row = await insertCase(tx, {
    id: newId(),
    number: await takeNumber(tx),
    channel_id: message.channelId,
    conversation_id: message.conversationId,
    customer_id: message.customerId,
    source: message.source,
    subject: shorten(oneLine(message.subject || message.text), 80) || 'No subject',
    description: message.text.slice(0, 50_000),
    type_id: type!.id,
    priority: usualPriority,
    status: 'new',
    team_id: team?.id ?? null,
    last_inbound_at: message.ingestedAt,
  })
  recordBirth(
    tx,
    row,
    { kind: 'rule' },
    { team, assignee: null },
    { rule: 'create_on_late_message', why: following.why, settingsVersion: inForce.version },
  )
  return { caseId: row.id, number: row.number, effect: 'opened' }
}

/** A reply to the customer has been written in a case: it moves the clocks, not the status (SPEC §4). */
export async function followOutbound(tx: Tx, row: CasesRow, byId: string): Promise<CasesRow> {
  return updateCase(tx, row, { last_outbound_at: tx.now, last_qualifying_at: tx.now }, byId)
}

/**
 * A reply has been written in a conversation from outside any case (D-17): it belongs to the case that is
 * being worked or in its grace there (CV-01, CV-12, CC-24), and moves its clocks; it never reopens one.
 * Returns that case's id, or null.
 */
export async function followReply(tx: Tx, conversationId: string, byId: string): Promise<string | null> {
  const rows = await lockCasesOfConversation(tx, conversationId)
  const row = rows.find(candidate => isActive(candidate.status)) ?? rows.findLast(isInGrace)
  if (!row) return null
  await followOutbound(tx, row, byId)
  return row.id
}

function isInGrace(row: CasesRow): boolean {
  return row.status === 'resolved'
}
