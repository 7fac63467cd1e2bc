import type { JsonValue } from '#server/platform/db/tables.ts'
import type { Tx } from '#server/platform/db/tx.ts'
import { Refused } from '#server/platform/refusal.ts'
import { addSettings, findSettings } from './settings-store.ts'

/** The settings of an area in force, as stored; version 0 and null while nobody saved any. */
export async function readSettings(
  tx: Tx,
  area: string,
): Promise<{ version: number; body: JsonValue | null }> {
  return (await findSettings(tx, area, '')) ?? { version: 0, body: null }
}

/** Saves what a workspace starts with as version 1. */
export function keepFirstSettings(tx: Tx, area: string, body: unknown): Promise<void> {
  return addSettings(tx, { area, version: 1, body, changedById: null })
}

/**
 * Saves a new version of an area's settings; every version stays, because events name it (BY-01). `change` makes
 * the new state from the one in force. Recorded as `settings.changed` with before and after (SE-07). Refuses
 * CONFLICT when `expected` is not the version in force.
 */
export async function keepSettings<Body>(
  tx: Tx,
  area: string,
  by: { userId: string; expected: number | undefined },
  change: (before: JsonValue | null) => { before: Body; after: Body },
): Promise<{ version: number; settings: Body }> {
  const inForce = (await findSettings(tx, area, 'for update')) ?? { version: 0, body: null }
  const { before, after } = change(inForce.body)
  if (by.expected !== undefined && by.expected !== inForce.version) {
    throw new Refused('CONFLICT', { current: { ...before, version: inForce.version } })
  }
  const version = inForce.version + 1
  await addSettings(tx, { area, version, body: after, changedById: by.userId })
  tx.record({
    kind: 'settings.changed',
    actor: { kind: 'user', id: by.userId },
    data: { area, before, after },
    settingsVersion: version,
  })
  return { version, settings: after }
}
