import type { LiveEvent } from '#domain/kernel/live.ts'

/** One page of a list on the wire. */
export type Page<Row> = { items: Row[]; next: string | null }

/** What a live list needs to know of its rows. */
export type ListKind<Row> = {
  queryKey: readonly unknown[]
  fetch: (after: string | null, signal?: AbortSignal) => Promise<Page<Row>>
  idOf: (row: Row) => string
  /** Has something happened to a row that is already shown which the reader should hear of? */
  isNewer: (found: Row, shown: Row) => boolean
  /** Does the event concern this list? With the id of its row when the event names one. */
  concerns: (event: LiveEvent) => { id?: string } | null
}
