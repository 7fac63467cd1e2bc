import type { z } from 'zod'
import { mayWorkCase } from '#domain/cases/permissions.ts'
import type { changeCaseShape } from '#domain/cases/wire.ts'
import type { Actor } from '#domain/people/actor.ts'
import type { Context } from '#server/platform/context.ts'
import type { CasesRow } from '#server/platform/db/tables.ts'
import type { Tx } from '#server/platform/db/tx.ts'
import { Invalid } from '#server/platform/refusal.ts'
import { accessCase } from './access.ts'
import { findCaseType } from './find-names.ts'
import { insistOnVersion } from './insist-on-version.ts'
import { type CaseChange, knowTags, updateCase } from './store.ts'

export type FieldWish = z.output<typeof changeCaseShape>

/** Changes fields and tags (CF-16..18); each field that really changes is one event. */
export async function changeCase(ctx: Context, actor: Actor, number: number, wish: FieldWish): Promise<void> {
  await ctx.database.write(actor.workspaceId, async tx => {
    const held = await accessCase(tx, actor, number, mayWorkCase)
    await insistOnVersion(tx, actor, held, wish.version)
    const changes = await changesOf(tx, held.row, wish)
    if (changes.length === 0) return
    for (const change of changes) recordChange(tx, actor, held.row, change)
    await updateCase(tx, held.row, Object.assign({}, ...changes.map(change => change.columns)), actor.userId)
  })
}

type Change = { field: string; from: unknown; to: unknown; columns: CaseChange }

async function changesOf(tx: Tx, row: CasesRow, wish: FieldWish): Promise<Change[]> {
  const changes = [...plainChanges(row, wish), ...(await typeChange(tx, row, wish.typeId))]
  if (wish.tags && wish.tags.join('\n') !== row.tags.join('\n')) {
    const tags = [...new Set(wish.tags)]
    await knowTags(tx, tags)
    changes.push({ field: 'tags', from: row.tags, to: tags, columns: { tags } })
  }
  return changes
}

function plainChanges(row: CasesRow, wish: FieldWish): Change[] {
  return [
    ...wordChanges(row, wish),
    ...deadlineChange(row, wish.deadlineAt),
    ...fieldChange(row, wish.fields),
  ]
}

function wordChanges(row: CasesRow, wish: FieldWish): Change[] {
  return (['subject', 'description', 'priority'] as const).flatMap(field => {
    const to = wish[field]
    return to === undefined || to === row[field]
      ? []
      : [{ field, from: row[field], to, columns: { [field]: to } }]
  })
}

function deadlineChange(row: CasesRow, wished: string | null | undefined): Change[] {
  if (wished === undefined) return []
  const to = wished === null ? null : new Date(wished)
  if (to?.getTime() === row.deadline_at?.getTime()) return []
  const from = row.deadline_at?.toISOString() ?? null
  return [{ field: 'deadline', from, to: to?.toISOString() ?? null, columns: { deadline_at: to } }]
}

function fieldChange(row: CasesRow, wished: Record<string, unknown> | undefined): Change[] {
  if (wished === undefined) return []
  const to = { ...(row.fields as Record<string, unknown>), ...wished }
  return [{ field: 'fields', from: row.fields, to, columns: { fields: JSON.stringify(to) } }]
}

async function typeChange(tx: Tx, row: CasesRow, typeId: string | undefined): Promise<Change[]> {
  if (typeId === undefined || typeId === row.type_id) return []
  const to = await findCaseType(tx, { id: typeId })
  if (!to) throw new Invalid('typeId', 'There is no such case type in this workspace.')
  const from = await findCaseType(tx, { id: row.type_id })
  return [{ field: 'type', from: from?.name ?? null, to: to.name, columns: { type_id: to.id } }]
}

function recordChange(tx: Tx, actor: Actor, row: CasesRow, change: Change): void {
  tx.record({
    kind: change.field === 'tags' ? 'case.tags_changed' : 'case.field_changed',
    actor: { kind: 'user', id: actor.userId },
    caseId: row.id,
    channelId: row.channel_id,
    data: { number: row.number, field: change.field, from: change.from, to: change.to },
  })
}
