import { sql } from 'kysely'
import type { JsonValue } from '#server/platform/db/tables.ts'
import type { Tx } from '#server/platform/db/tx.ts'

/** One saved state of an area's settings. */
export type SettingsVersion = { version: number; body: JsonValue }

/** The settings of an area in force, or null if nobody ever saved any; `lock` keeps others from saving. */
export async function findSettings(
  tx: Tx,
  area: string,
  lock: 'for update' | '',
): Promise<SettingsVersion | null> {
  const newest = tx.q
    .selectFrom('settings_versions')
    .select(['version', 'body'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('area', '=', area)
    .orderBy('version', 'desc')
    .limit(sql.lit(1))
  return (await (lock ? newest.forUpdate() : newest).executeTakeFirst()) ?? null
}

/** Adds a version; the one before stays, because events name it (BY-01). */
export async function addSettings(
  tx: Tx,
  settings: { area: string; version: number; body: unknown; changedById: string | null },
): Promise<void> {
  await tx.q
    .insertInto('settings_versions')
    .values({
      workspace_id: tx.workspaceId,
      area: settings.area,
      version: settings.version,
      body: JSON.stringify(settings.body),
      changed_by_id: settings.changedById,
      changed_at: tx.now,
    })
    .execute()
}
