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
  const changes: Change[] = []
  if (wish.subject !== undefined && wish.subject !== row.subject) {
    changes.push({
      field: 'subject',
      from: row.subject,
      to: wish.subject,
      columns: { subject: wish.subject },
    })
  }
  if (wish.description !== undefined && wish.description !== row.description) {
    changes.push({
      field: 'description',
      from: row.description,
      to: wish.description,
      columns: { description: wish.description },
    })
  }
  if (wish.priority !== undefined && wish.priority !== row.priority) {
    changes.push({
      field: 'priority',
      from: row.priority,
      to: wish.priority,
      columns: { priority: wish.priority },
    })
  }
  if (wish.deadlineAt !== undefined) {
    const to = wish.deadlineAt === null ? null : new Date(wish.deadlineAt)
    if (to?.getTime() !== row.deadline_at?.getTime()) {
      changes.push({
        field: 'deadline',
        from: row.deadline_at?.toISOString() ?? null,
        to: to?.toISOString() ?? null,
        columns: { deadline_at: to },
      })
    }
  }
  if (wish.fields !== undefined) {
    const fields = { ...(row.fields as Record<string, unknown>), ...wish.fields }
    changes.push({
      field: 'fields',
      from: row.fields,
      to: fields,
      columns: { fields: JSON.stringify(fields) },
    })
  }
  return changes
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
