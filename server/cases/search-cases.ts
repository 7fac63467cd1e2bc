import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#server/platform/db/tx.ts'

/**
 * The condition on `c` that a case is found by what somebody typed (CL-23): its number, with or without #,
 * or all the words, each by its beginning, in the case's own text, in one of its messages, in one of its
 * comments, or in its customer's name and address. Words are reduced to letters and digits first, so no
 * input can break the query's syntax (Z8).
 */
export function matchingWords(tx: Tx, typed: string): RawBuilder<boolean> {
  const number = /^\s*#?(\d{1,9})\s*$/u.exec(typed)?.[1]
  const words = wordsOf(typed)
  if (words.length === 0) return number ? sql<boolean>`c.number = ${Number(number)}` : sql<boolean>`false`
  const query = sql`to_tsquery('simple', ${words.map(word => `${word}:*`).join(' & ')})`
  const byWords = sql<boolean>`c.id in (
    select k.id from cases k where k.workspace_id = ${tx.workspaceId} and k.deleted_at is null
      and to_tsvector('simple', k.subject || ' ' || left(k.description, 50000)) @@ ${query}
    union all
    select m.case_id from messages m where m.workspace_id = ${tx.workspaceId} and m.case_id is not null
      and to_tsvector('simple', m.subject || ' ' || left(m.text, 50000)) @@ ${query}
    union all
    select n.case_id from comments n where n.workspace_id = ${tx.workspaceId}
      and to_tsvector('simple', left(n.text, 50000)) @@ ${query}
    union all
    select k.id from cases k join customers u on u.workspace_id = k.workspace_id and u.id = k.customer_id
      where k.workspace_id = ${tx.workspaceId} and k.deleted_at is null
      and u.workspace_id = ${tx.workspaceId} and to_tsvector('simple', u.name || ' ' || u.handle) @@ ${query})`
  return number ? sql<boolean>`(c.number = ${Number(number)} or ${byWords})` : byWords
}

/** The words of what was typed, at most ten; an address stays whole as its parts. */
export function wordsOf(typed: string): string[] {
  return (typed.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, 10)
}
