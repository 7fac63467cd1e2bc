/**
 * Loaded into a server before everything else: keeps every statement that it sends to PostgreSQL, with its parameters
 * and answer, until the parent process asks for them.
 */
import pg from 'pg'

/** One statement as it was sent. `sent` and `done` count what happened in this process, in order. */
export type Recorded = {
  readonly connection: number
  readonly text: string
  readonly named: boolean
  readonly values: readonly unknown[]
  readonly sent: number
  done: number
  rows: readonly Record<string, unknown>[]
}

type Query = (...args: unknown[]) => unknown
const client = pg.Client.prototype as unknown as { query: Query }
const send = client.query
const numbers = new WeakMap<object, number>()
let connections = 0
let moment = 0
let recorded: Recorded[] = []

client.query = function (this: object, ...args: unknown[]): unknown {
  const answer = send.apply(this, args)
  const entry = args.length === 1 && answer instanceof Promise ? entryOf(this, args[0]) : null
  if (entry) {
    recorded.push(entry)
    const settle = (result: unknown) => {
      moment += 1
      entry.done = moment
      const rows = (result as { rows?: Recorded['rows'] } | undefined)?.rows
      entry.rows = rows?.slice(0, 1) ?? []
    }
    ;(answer as Promise<unknown>).then(settle, settle)
  }
  return answer
}

function entryOf(connection: object, query: unknown): Recorded {
  const known = numbers.get(connection) ?? ++connections
  numbers.set(connection, known)
  const { text, name, values } =
    typeof query === 'string'
      ? { text: query }
      : (query as { text: string; name?: string; values?: unknown[] })
  moment += 1
  return {
    connection: known,
    text,
    named: name !== undefined,
    values: values ?? [],
    sent: moment,
    done: Number.POSITIVE_INFINITY,
    rows: [],
  }
}

process.on('message', wish => {
  if (wish !== 'take') return
  process.send?.(recorded)
  recorded = []
})
