import { useCallback, useRef } from 'react'
import { type Command, useCommands } from './commands.ts'
import { words } from './words.ts'

type Cursor<Row> = {
  rows: Row[]
  idOf: (row: Row) => string
  /** The row the keys stand on, by id. */
  cursor: string | null
  onMove: (row: Row) => void
  onOpen?: (row: Row) => void
}

/**
 * j, k and Enter on a list. When the row under the cursor has gone, moving goes on from where it was.
 * Returns the row that would come next, for acts that take a row away.
 */
export function useRowCursor<Row>({ rows, idOf, cursor, onMove, onOpen }: Cursor<Row>) {
  const lastAt = useRef(0)
  const found = rows.findIndex(row => idOf(row) === cursor)
  if (found >= 0) lastAt.current = found
  const step = (by: number) => {
    const at = found >= 0 ? found + by : cursor === null ? 0 : Math.min(lastAt.current, rows.length - 1)
    const row = rows[Math.max(0, Math.min(rows.length - 1, at))]
    if (row) onMove(row)
  }
  const { groups, commands: say } = words
  const group = groups.list
  const moves: Command[] = [
    { id: 'list-next', group, title: say.next, keys: 'j|arrowdown', quiet: true, run: () => step(1) },
    { id: 'list-previous', group, title: say.previous, keys: 'k|arrowup', quiet: true, run: () => step(-1) },
  ]
  const current = rows[found]
  if (onOpen && current) {
    const open = () => onOpen(current)
    moves.push({ id: 'list-open', group, title: say.open, keys: 'enter|o', quiet: true, run: open })
  }
  useCommands(moves)
  return useCallback(
    (id: string) => {
      const at = rows.findIndex(row => idOf(row) === id)
      return rows[at + 1] ?? rows[at - 1] ?? null
    },
    [rows, idOf],
  )
}
