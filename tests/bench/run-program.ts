import type pg from 'pg'
import { statementName } from '#server/platform/db/connection.ts'
import { newId } from '#server/platform/ids.ts'
import type { Program, Step, Transaction, Value } from './program.ts'

type Run = { readonly ids: readonly string[]; number: number; readonly rows: unknown[][] }

/** Runs a program and gives the rows of its statements. */
export async function runProgram(pool: pg.Pool, program: Program): Promise<unknown[][]> {
  const run: Run = { ids: Array.from({ length: program.ids }, newId), number: 0, rows: [] }
  for (const stage of program.stages) {
    if (stage.length === 1) await runTransaction(pool, stage[0]!, run)
    else await Promise.all(stage.map(transaction => runTransaction(pool, transaction, run)))
  }
  return run.rows
}

async function runTransaction(pool: pg.Pool, transaction: Transaction, run: Run): Promise<void> {
  const client = await pool.connect()
  try {
    for (const wave of transaction.waves) {
      const steps = transaction.readOnly ? wave.filter(step => step.text !== 'commit') : wave
      await Promise.all(steps.map(step => runStep(client, step, run)))
    }
  } catch (error) {
    client.release(true)
    throw error
  }
  if (!transaction.readOnly) return client.release()
  // As in the server: a read has nothing to lose at its end, so its answer does not wait for it.
  client.query('commit').then(
    () => client.release(),
    () => client.release(true),
  )
}

async function runStep(client: pg.PoolClient, step: Step, run: Run): Promise<void> {
  if (step.values.length === 0 && !step.named) return void (await client.query(step.text))
  const values = step.values.map(value => resolve(value, run))
  const { rows } = await client.query({
    ...(step.named ? { name: statementName(step.text) } : {}),
    text: step.text,
    values,
  })
  if (rows.length > 0) run.rows.push(rows)
  const number = (rows[0] as { last_number?: unknown } | undefined)?.last_number
  if (typeof number === 'number') run.number = number
}

function resolve(value: Value, run: Run): unknown {
  if (value.kind === 'same') return value.value
  if (value.kind === 'number') return run.number
  return value.parts.map(part => (typeof part === 'number' ? run.ids[part] : part)).join('')
}
