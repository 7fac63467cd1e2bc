import { Button, Loader } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useRef } from 'react'
import { words } from '#web/platform/words.ts'
import classes from './row-list.module.css'

/** Where each list was scrolled to, so that Back shows what was seen before. */
const offsets = new Map<string, number>()

type Props<Row> = {
  label: string
  rows: Row[]
  rowHeight: number
  idOf: (row: Row) => string
  render: (row: Row, current: boolean) => ReactNode
  /** The row the keys stand on. */
  cursor: string | null
  /** Under this name the scroll position is remembered. */
  place: string
  /** Still the rows of the filter before. */
  behind?: boolean
  hasMore: boolean
  loadingMore: boolean
  moreFailed: boolean
  more: () => void
}

/** A list of rows of one height of which only the visible ones exist; asks for more near its end. */
export function RowList<Row>(props: Props<Row>) {
  const box = useRef<HTMLDivElement>(null)
  const { rows, idOf, cursor, place } = props
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => props.rowHeight,
    overscan: 12,
    initialOffset: () => offsets.get(place) ?? 0,
    getItemKey: at => idOf(rows[at]!),
  })
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  const { hasMore, moreFailed, more } = props
  useEffect(() => {
    if (hasMore && !moreFailed && last >= rows.length - 15) more()
  }, [hasMore, moreFailed, last, rows.length, more])
  const at = cursor === null ? -1 : rows.findIndex(row => idOf(row) === cursor)
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' })
  }, [at, virtual])
  return (
    <div
      ref={box}
      className={classes.box}
      data-behind={props.behind || undefined}
      onScroll={event => offsets.set(place, event.currentTarget.scrollTop)}
    >
      <ul className={classes.list} aria-label={props.label} style={{ height: virtual.getTotalSize() }}>
        {items.map(item => (
          <li
            key={item.key}
            className={classes.item}
            style={{ height: item.size, transform: `translateY(${item.start}px)` }}
          >
            {props.render(rows[item.index]!, item.index === at)}
          </li>
        ))}
      </ul>
      <Foot {...props} />
    </div>
  )
}

function Foot<Row>({ hasMore, loadingMore, moreFailed, more }: Props<Row>) {
  if (!hasMore) return null
  return (
    <div className={classes.foot}>
      {loadingMore && <Loader size={16} color="gray" />}
      {moreFailed && (
        <Button variant="default" onClick={more}>
          {words.actions.retry}
        </Button>
      )}
    </div>
  )
}
