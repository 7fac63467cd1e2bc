import type { Role } from '#domain/people/permissions.ts'
import type { Database } from '#server/platform/db/transaction.ts'
import type { Tx } from '#server/platform/db/tx.ts'
import { newId } from '#server/platform/ids.ts'

/** A workspace with people who have names, written straight into the tables. */
export type GivenWorkspace = {
  id: string
  /** Users by first name. */
  people: Record<string, string>
  teams: Record<string, string>
  channels: Record<string, string>
  typeId: string
}

type Wish = {
  people: Record<string, Role>
  teams?: Record<string, string[]>
  /** Level per role or person: { mail: { 'role:agent': 'can_reply', 'user:Ada': 'full' } } */
  channels?: Record<string, Record<string, string>>
}

/** Makes it. */
export async function givenWorkspace(database: Database, wish: Wish): Promise<GivenWorkspace> {
  const id = newId()
  await database.global
    .insertInto('workspaces')
    .values({ id, name: 'Acme', secret: Buffer.alloc(32), created_at: new Date(0) })
    .execute()
  return database.write(id, async tx => {
    const people = await addPeople(tx, wish.people)
    const teams = await addTeams(tx, wish.teams ?? {}, people)
    const channels = await addChannels(tx, wish.channels ?? {}, people)
    const typeId = newId()
    await tx.q
      .insertInto('case_types')
      .values({ workspace_id: id, id: typeId, name: 'General', built_in: true, position: 0 })
      .execute()
    await tx.q.insertInto('case_counters').values({ workspace_id: id, last_number: 0 }).execute()
    return { id, people, teams, channels, typeId }
  })
}

async function addPeople(tx: Tx, wished: Record<string, Role>): Promise<Record<string, string>> {
  const people: Record<string, string> = {}
  for (const [name, role] of Object.entries(wished)) {
    people[name] = newId()
    await tx.q
      .insertInto('users')
      .values({
        workspace_id: tx.workspaceId,
        id: people[name],
        name,
        email: `${name.toLowerCase()}@acme.example`,
        role,
        created_at: tx.now,
      })
      .execute()
  }
  return people
}

async function addTeams(
  tx: Tx,
  wished: Record<string, string[]>,
  people: Record<string, string>,
): Promise<Record<string, string>> {
  const teams: Record<string, string> = {}
  for (const [name, members] of Object.entries(wished)) {
    const id = newId()
    teams[name] = id
    await tx.q
      .insertInto('teams')
      .values({ workspace_id: tx.workspaceId, id, name, created_at: tx.now })
      .execute()
    if (members.length === 0) continue
    await tx.q
      .insertInto('team_members')
      .values(
        members.map(member => ({ workspace_id: tx.workspaceId, team_id: id, user_id: people[member]! })),
      )
      .execute()
  }
  return teams
}

async function addChannels(
  tx: Tx,
  wished: Record<string, Record<string, string>>,
  people: Record<string, string>,
): Promise<Record<string, string>> {
  const channels: Record<string, string> = {}
  for (const [name, access] of Object.entries(wished)) {
    const id = newId()
    channels[name] = id
    await tx.q
      .insertInto('channels')
      .values({ workspace_id: tx.workspaceId, id, kind: 'desk', name, options: '{}', created_at: tx.now })
      .execute()
    const entries = Object.entries(access).map(([subject, level]) => ({
      workspace_id: tx.workspaceId,
      channel_id: id,
      subject: subject.startsWith('user:') ? `user:${people[subject.slice(5)]}` : subject,
      level: level as 'full',
    }))
    if (entries.length > 0) await tx.q.insertInto('channel_access').values(entries).execute()
  }
  return channels
}
