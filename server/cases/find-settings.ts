import { sql } from 'kysely'
import { type CaseSettings, caseSettingsShape, firstCaseSettings } from '#domain/cases/settings.ts'
import type { Tx } from '#server/platform/db/tx.ts'

/** The case settings in force and their version, which events name (BY-01). */
export type SettingsInForce = { version: number; settings: CaseSettings }

/** Reads the newest version of the workspace's case settings; the defaults are version 0. */
export async function caseSettings(tx: Tx): Promise<SettingsInForce> {
  const row = await tx.q
    .selectFrom('settings_versions')
    .select(['version', 'body'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('area', '=', 'cases')
    .orderBy('version', 'desc')
    .limit(sql.lit(1))
    .executeTakeFirst()
  if (!row) return { version: 0, settings: firstCaseSettings }
  return { version: row.version, settings: caseSettingsShape.parse(row.body) }
}
