import { expect, test } from 'vitest'
import { faultsOf } from './ledger/faults-of.ts'
import { runLedger } from './ledger/run-ledger.ts'

test('C1 C4 B1: 200 messages that were acknowledged are there once each after kill -9 of PostgreSQL and of the server', async () => {
  const seed = 20_260_401
  const report = await runLedger({ messages: 200, replies: 0, kills: 2, seed, log: () => undefined })
  expect(faultsOf(report)).toEqual([])
  expect(report).toMatchObject({ acknowledged: 200, kills: { server: 1, database: 1 } })
}, 120_000)
