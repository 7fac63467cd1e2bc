import type { Actor } from '#domain/people/actor.ts'
import { findActor } from '#server/people/find-actor.ts'
import type { Database } from '#server/platform/db/transaction.ts'
import type { GivenWorkspace } from '#tests/givens/workspace.ts'

/** A person of the workspace as the server knows whoever is behind a request. */
export async function actorNamed(
  database: Database,
  workspace: GivenWorkspace,
  name: string,
): Promise<Actor> {
  const userId = workspace.people[name]
  if (!userId) throw new Error(`Nobody in this workspace is called ${name}.`)
  const actor = await database.read(workspace.id, tx => findActor(tx, { userId }))
  if (!actor) throw new Error(`${name} cannot be found.`)
  return actor
}
