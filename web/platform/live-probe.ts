import { useCallback, useEffect, useRef, useState } from 'react'
import type { LiveEvent } from '#domain/kernel/live.ts'
import { useLive } from './live.ts'
import type { ListKind, Page } from './live-list-kind.ts'

const pause = 300
const rest = 1_500

type Probing<Row> = {
  kind: ListKind<Row>
  rows: Row[]
  update: (change: (items: Row[]) => Row[]) => void
  start: (page: Page<Row>) => void
}

/**
 * Looks at the newest page whenever a live event concerns the list: shown rows get their present content in
 * place, and what is new is counted until the reader asks for it.
 */
export function useProbe<Row>({ kind, rows, update, start }: Probing<Row>) {
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set())
  const key = JSON.stringify(kind.queryKey)
  const at = useRef({ kind, rows, update, start, own: new Set<string>() })
  at.current = { ...at.current, kind, rows, update, start }
  useEffect(() => setFresh(new Set()), [key])
  const look = useCallback(async () => {
    const page = await at.current.kind.fetch(null).catch(() => null)
    if (page) setFresh(before => compare(at.current, page, before))
  }, [])
  const schedule = useThrottled(look)
  useLive(
    useCallback(
      (event: LiveEvent) => {
        // After a reset the list has been fetched anew, so that nothing in it is news any more.
        if (event.kind === 'reset') setFresh(new Set())
        const concern = at.current.kind.concerns(event)
        if (!concern) return
        if (concern.id !== undefined) note(at.current.own, concern.id, 'byMe' in event && event.byMe)
        schedule()
      },
      [schedule],
    ),
  )
  const refresh = useCallback(async () => {
    const { kind, start } = at.current
    start(await kind.fetch(null))
    setFresh(new Set())
  }, [])
  return { fresh: fresh.size, refresh }
}

/** What I did myself is no news to me, until somebody else touches it too. */
function note(own: Set<string>, id: string, byMe: boolean) {
  if (byMe) own.add(id)
  else own.delete(id)
}

type Present<Row> = Probing<Row> & { own: Set<string> }

function compare<Row>(
  present: Present<Row>,
  page: Page<Row>,
  before: ReadonlySet<string>,
): ReadonlySet<string> {
  const { kind, rows, own, update, start } = present
  if (rows.length === 0) {
    start(page)
    return new Set()
  }
  const shown = new Map(rows.map(row => [kind.idOf(row), row]))
  const news = page.items.filter(row => {
    const old = shown.get(kind.idOf(row))
    return !own.has(kind.idOf(row)) && (old === undefined || kind.isNewer(row, old))
  })
  const found = new Map(page.items.map(row => [kind.idOf(row), row]))
  update(items => items.map(item => found.get(kind.idOf(item)) ?? item))
  return new Set([...before, ...news.map(kind.idOf)])
}

/** Calls soon after the first wish, and then at most every second and a half. */
function useThrottled(act: () => void): () => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const again = useRef(false)
  useEffect(() => () => clearTimeout(timer.current), [])
  return useCallback(() => {
    again.current = true
    if (timer.current !== undefined) return
    const turn = (wait: number) => {
      timer.current = setTimeout(() => {
        timer.current = undefined
        if (!again.current) return
        again.current = false
        act()
        turn(rest)
      }, wait)
    }
    turn(pause)
  }, [act])
}
