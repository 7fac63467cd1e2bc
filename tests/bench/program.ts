import type { Recorded } from './record-statements.ts'

/** A parameter: as it was, or text with new ids in it, or the number that an earlier statement gave. */
export type Value =
  | { readonly kind: 'same'; readonly value: unknown }
  | { readonly kind: 'ids'; readonly parts: readonly (string | number)[] }
  | { readonly kind: 'number' }

export type Step = { readonly text: string; readonly named: boolean; readonly values: readonly Value[] }

/** Waves follow one another; the statements of one wave were sent without waiting for each other's answers. */
export type Transaction = { readonly waves: readonly (readonly Step[])[]; readonly readOnly: boolean }

/** What one request asked of PostgreSQL, in a form that can be run again and again. */
export type Program = {
  /** One after the other; those of one stage at the same time. */
  readonly stages: readonly (readonly Transaction[])[]
  /** How many new ids one run needs. */
  readonly ids: number
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/gu

/**
 * Makes a program of what was recorded during one request, which began at `began` (milliseconds since 1970). Ids that
 * were made in the request are made anew in every run; a case number is the one that the counter then gives. Statements
 * outside transactions (who is there, asked every few seconds) are left out.
 */
export function programOf(recorded: readonly Recorded[], began: number): Program {
  const ids = new Map<string, number>()
  const number = recorded.flatMap(one => one.rows).find(row => 'last_number' in row)?.last_number
  const stepOf = (one: Recorded): Step => ({
    text: one.text,
    named: one.named,
    values: one.values.map(value => parameterOf(value, began, ids, number)),
  })
  const transactions = transactionsIn(recorded).map(statements => ({
    sent: statements[0]!.sent,
    done: Math.max(...statements.slice(0, -1).map(one => one.done)),
    transaction: {
      waves: inWaves(statements).map(wave => wave.map(stepOf)),
      readOnly: statements[0]!.text.startsWith('begin read only'),
    },
  }))
  const stages = inWaves(transactions).map(stage => stage.map(one => one.transaction))
  return { stages, ids: ids.size }
}

/** The statements of each transaction, from its begin to its end, in the order of their beginnings. */
function transactionsIn(recorded: readonly Recorded[]): Recorded[][] {
  const open = new Map<number, Recorded[]>()
  const whole: Recorded[][] = []
  for (const one of recorded) {
    if (one.text.startsWith('begin')) {
      const statements = [one]
      open.set(one.connection, statements)
      whole.push(statements)
    } else {
      open.get(one.connection)?.push(one)
      if (/^(commit|rollback)/u.test(one.text)) open.delete(one.connection)
    }
  }
  return whole
}

/** Groups what is ordered by `sent`: a new wave begins where something of the current one was done before. */
function inWaves<T extends { readonly sent: number; readonly done: number }>(items: readonly T[]): T[][] {
  const waves: T[][] = []
  for (const item of items) {
    const current = waves.at(-1)
    if (current && !current.some(one => one.done < item.sent)) current.push(item)
    else waves.push([item])
  }
  return waves
}

function parameterOf(value: unknown, began: number, ids: Map<string, number>, number: unknown): Value {
  if (typeof value === 'number' && value === number) return { kind: 'number' }
  if (typeof value !== 'string') return { kind: 'same', value }
  const parts: (string | number)[] = []
  let end = 0
  for (const { 0: id, index } of value.matchAll(uuid)) {
    // The first 48 bits of a UUID of version 7 are its time. A second of doubt about the clock.
    if (Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16) < began - 1_000) continue
    if (!ids.has(id)) ids.set(id, ids.size)
    parts.push(value.slice(end, index), ids.get(id)!)
    end = index + id.length
  }
  return parts.length === 0 ? { kind: 'same', value } : { kind: 'ids', parts: [...parts, value.slice(end)] }
}
