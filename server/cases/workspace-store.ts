import { builtInTypes } from '#domain/cases/types.ts'
import type { Tx } from '#server/platform/db/tx.ts'
import { newId } from '#server/platform/ids.ts'

/** The counter that gives case numbers, and the types that cannot be deleted (CF-11, CF-12). */
export async function addCounterAndTypes(tx: Tx): Promise<void> {
  await tx.q.insertInto('case_counters').values({ workspace_id: tx.workspaceId, last_number: 0 }).execute()
  await tx.q
    .insertInto('case_types')
    .values(
      builtInTypes.map((name, position) => ({
        workspace_id: tx.workspaceId,
        id: newId(),
        name,
        built_in: true,
        position,
      })),
    )
    .execute()
}
