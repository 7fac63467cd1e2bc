import type { z } from 'zod'
import { firstStatus } from '#domain/cases/lifecycle.ts'
import { mayCreateCase, maySeeCase } from '#domain/cases/permissions.ts'
import { usualPriority } from '#domain/cases/priority.ts'
import type { Source } from '#domain/cases/source.ts'
import { isActive } from '#domain/cases/status.ts'
import { usualType } from '#domain/cases/types.ts'
import type { createCaseShape } from '#domain/cases/wire.ts'
import { channelOptionsShape } from '#domain/channels/wire.ts'
import { oneLine, shorten } from '#domain/kernel/text.ts'
import { reaches } from '#domain/people/access-level.ts'
import { type Actor, needsLevel } from '#domain/people/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { brokenConstraint } from '#server/platform/db/faults.ts'
import type { CasesRow } from '#server/platform/db/tables.ts'
import type { Tx } from '#server/platform/db/tx.ts'
import { newId } from '#server/platform/ids.ts'
import { Invalid, insist, Refused } from '#server/platform/refusal.ts'
import { insistOnAssignee, insistOnTeam } from './assign-case.ts'
import { addComment } from './comment-on-case.ts'
import { factsOf } from './facts.ts'
import { findCaseType, findChannelForCase } from './find-names.ts'
import {
  attachMessages,
  completeMessage,
  findMessageForCase,
  insertCase,
  knowTags,
  lockCase,
  lockCasesOfConversation,
  takeNumber,
} from './store.ts'

export type CaseWish = z.output<typeof createCaseShape>

/** Where a case comes from: what its message or its opener said. */
type Origin = {
  channelId: string
  source: Source
  subject: string
  description: string
  conversation: {
    id: string
    customerId: string | null
    since: Date | null
    lastInboundAt: Date | null
  } | null
}

/**
 * Opens a case by hand or from a message (IN-01..07, IN-16, AS-01..03, CF-01). Answers with its number and
 * whether the actor may see it (PR-15). Refused with CASE_OPEN_IN_CONVERSATION and the case's number when
 * its conversation already has an active case (IN-30), also when two people press the button at once.
 */
export async function createCase(
  ctx: Context,
  actor: Actor,
  wish: CaseWish,
): Promise<{ number: number; visible: boolean }> {
  try {
    return await ctx.database.write(actor.workspaceId, tx => openCase(tx, actor, wish))
  } catch (error) {
    if (brokenConstraint(error, 'cases_one_active_per_conversation'))
      throw new Refused('CASE_OPEN_IN_CONVERSATION')
    throw error
  }
}

async function openCase(tx: Tx, actor: Actor, wish: CaseWish) {
  const origin = wish.messageId
    ? await originOfMessage(tx, actor, wish.messageId, wish)
    : await originByHand(tx, actor, wish)
  insist(mayCreateCase(actor, origin.channelId))
  if (origin.conversation) await insistOnNoActiveCase(tx, actor, origin.conversation.id)
  const owners = await ownersOf(tx, origin.channelId, wish)
  const type = await typeOf(tx, wish.typeId)
  await knowTags(tx, wish.tags ?? [])
  const row = await insertCase(tx, {
    id: newId(),
    number: await takeNumber(tx),
    channel_id: origin.channelId,
    conversation_id: origin.conversation?.id ?? null,
    customer_id: origin.conversation?.customerId ?? null,
    source: origin.source,
    subject: wish.subject ?? origin.subject,
    description: wish.description ?? origin.description,
    type_id: type.id,
    priority: wish.priority ?? usualPriority,
    tags: wish.tags ?? [],
    status: firstStatus(owners.assignee !== null),
    created_by_id: actor.userId,
    last_inbound_at: origin.conversation?.lastInboundAt ?? null,
    ...ownerColumns(tx, actor, owners),
  })
  recordBirth(tx, row, { kind: 'user', id: actor.userId }, owners)
  await finishOpening(tx, actor, row, origin, wish)
  return { number: row.number, visible: maySeeCase(actor, factsOf(row, [])) }
}

type Owners = { team: { id: string; name: string } | null; assignee: { id: string; name: string } | null }

/** Who opened and who owns a new case, as events: notices are made from them (NT-01, NT-03). */
export function recordBirth(
  tx: Tx,
  row: CasesRow,
  actor: { kind: 'user'; id: string } | { kind: 'rule' },
  owners: Owners,
  because?: { rule: string; why: string; settingsVersion: number },
): void {
  const { why, ...cause } = because ?? {}
  const place = {
    actor,
    caseId: row.id,
    channelId: row.channel_id,
    conversationId: row.conversation_id,
    ...cause,
  }
  const named = { number: row.number, subject: row.subject }
  tx.record({
    kind: 'case.created',
    ...place,
    data: {
      ...named,
      source: row.source,
      status: row.status,
      team: owners.team?.name ?? null,
      teamId: row.team_id,
      assigneeId: row.assignee_id,
      ...(why ? { why } : {}),
    },
  })
  if (!owners.assignee) return
  tx.record({
    kind: 'case.assigned',
    ...place,
    data: {
      ...named,
      from: null,
      fromId: null,
      to: owners.assignee.name,
      toId: owners.assignee.id,
      byId: actor.kind === 'user' ? actor.id : null,
    },
  })
}

async function finishOpening(
  tx: Tx,
  actor: Actor,
  row: CasesRow,
  origin: Origin,
  wish: CaseWish,
): Promise<void> {
  if (origin.conversation) await attachMessages(tx, origin.conversation.id, row.id, origin.conversation.since)
  if (wish.comment) await addComment(tx, actor, row, { text: wish.comment, mentions: [] }, true)
  if (wish.messageId && wish.completeMessage) await completeItsMessage(tx, actor, row, wish.messageId)
}

/** Completing needs the same right here as in the inbox (Z5), and the others hear of it. */
async function completeItsMessage(tx: Tx, actor: Actor, row: CasesRow, messageId: string): Promise<void> {
  insist(needsLevel(actor, row.channel_id, 'can_reply'))
  await completeMessage(tx, messageId, actor.userId)
  tx.record({
    kind: 'message.completed',
    actor: { kind: 'user', id: actor.userId },
    caseId: row.id,
    conversationId: row.conversation_id,
    messageId,
    channelId: row.channel_id,
    data: { subject: row.subject },
  })
}

async function originOfMessage(tx: Tx, actor: Actor, messageId: string, wish: CaseWish): Promise<Origin> {
  const message = await findMessageForCase(tx, messageId)
  if (!message || !reaches(actor.channelLevels[message.channel_id], 'read_only'))
    throw new Refused('MESSAGE_NOT_FOUND', { messageId })
  if (wish.channelId && wish.channelId !== message.channel_id)
    throw new Invalid(
      'channelId',
      'A case made from a message lives in that message’s channel. Leave this out.',
    )
  // CV-02, CV-03: a message belongs to one case; that one is reopened instead.
  if (message.case_id) await refuseTaken(tx, actor, message.case_id)
  const channel = await findChannelForCase(tx, message.channel_id)
  return {
    channelId: message.channel_id,
    source: channel?.kind === 'email' ? 'email' : 'platform',
    // CF-20
    subject: shorten(oneLine(message.subject || message.text), 80) || 'No subject',
    description: message.text.slice(0, 50_000),
    conversation: {
      id: message.conversation_id,
      customerId: message.customer_id,
      since: message.ingested_at,
      lastInboundAt: message.direction === 'in' ? message.ingested_at : null,
    },
  }
}

async function refuseTaken(tx: Tx, actor: Actor, caseId: string): Promise<void> {
  const row = await lockCase(tx, caseId)
  if (!row) return
  const seen = maySeeCase(actor, factsOf(row, []))
  const code = isActive(row.status) ? 'CASE_OPEN_IN_CONVERSATION' : 'MESSAGE_IN_CASE'
  throw new Refused(code, { number: row.number, ...(seen ? { subject: row.subject } : {}) })
}

async function originByHand(tx: Tx, actor: Actor, wish: CaseWish): Promise<Origin> {
  if (!wish.channelId)
    throw new Invalid(
      'channelId',
      'Name the channel the case belongs to, or the message it is made from (messageId).',
    )
  if (!wish.subject) throw new Invalid('subject', 'A case opened by hand needs a subject.')
  const channel = reaches(actor.channelLevels[wish.channelId], 'read_only')
    ? await findChannelForCase(tx, wish.channelId)
    : undefined
  if (!channel) throw new Refused('CHANNEL_NOT_FOUND', { channelId: wish.channelId })
  return {
    channelId: channel.id,
    source: 'platform',
    subject: wish.subject,
    description: '',
    conversation: null,
  }
}

async function insistOnNoActiveCase(tx: Tx, actor: Actor, conversationId: string): Promise<void> {
  const active = (await lockCasesOfConversation(tx, conversationId)).find(row => isActive(row.status))
  if (!active) return
  // The number alone is told to those who may not see the case (LK-14).
  const seen = maySeeCase(actor, factsOf(active, []))
  throw new Refused('CASE_OPEN_IN_CONVERSATION', {
    number: active.number,
    ...(seen ? { subject: active.subject } : {}),
  })
}

async function ownersOf(tx: Tx, channelId: string, wish: CaseWish): Promise<Owners> {
  const channel = await findChannelForCase(tx, channelId)
  const options = channelOptionsShape.partial().parse(channel?.options ?? {})
  const wanted = wish.teamId ?? (wish.assigneeId ? null : (options.defaultTeamId ?? null))
  if (!wanted && !wish.assigneeId) throw new Refused('ASSIGNMENT_REQUIRED')
  return {
    team: wanted ? await insistOnTeam(tx, wanted, channelId) : null,
    assignee: wish.assigneeId ? await insistOnAssignee(tx, wish.assigneeId, channelId) : null,
  }
}

async function typeOf(tx: Tx, typeId: string | undefined): Promise<{ id: string }> {
  const type = await findCaseType(tx, typeId ? { id: typeId } : { name: usualType })
  if (!type) throw new Invalid('typeId', 'There is no such case type in this workspace.')
  return type
}

function ownerColumns(tx: Tx, actor: Actor, owners: Owners) {
  return {
    team_id: owners.team?.id ?? null,
    assignee_id: owners.assignee?.id ?? null,
    assigned_by_id: owners.assignee ? actor.userId : null,
    assigned_at: owners.assignee ? tx.now : null,
  }
}
