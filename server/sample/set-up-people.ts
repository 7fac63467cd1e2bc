import type { Actor } from '#domain/people/actor.ts'
import { addPerson } from '#server/people/add-person.ts'
import { changeCircle } from '#server/people/change-circle.ts'
import { listCircles } from '#server/people/circle-store.ts'
import { createCircle } from '#server/people/create-circle.ts'
import { findActor } from '#server/people/find-actor.ts'
import { hashOfPassword } from '#server/platform/auth/passwords.ts'
import { findLogin } from '#server/platform/auth/store.ts'
import type { Context } from '#server/platform/context.ts'
import type { Tx } from '#server/platform/db/tx.ts'
import { newSecret } from '#server/platform/ids.ts'
import {
  type Colleague,
  colleagues,
  company,
  type PersonKey,
  type TeamName,
  teamNames,
  teamsOfOwner,
} from './company.ts'
import type { Stage } from './open-stage.ts'

/** The people of the company by key, their teams, and the two groups that share channels. */
export type People = {
  ids: Readonly<Record<PersonKey, string>>
  teams: Readonly<Record<TeamName, string>>
  care: string
  accounts: string
}

/** Hires everybody: people who cannot sign in, since nobody knows their passwords, with their teams and groups. */
export async function setUpPeople(stage: Stage, ownerId: string, hiredAt: Date): Promise<People> {
  const nobodyKnows = await hashOfPassword(newSecret('sample'))
  return stage.at(hiredAt, async (ctx, tx) => {
    const owner = await actorOf(tx, ownerId)
    const ids: Record<string, string> = { owner: ownerId }
    for (const person of colleagues) ids[person.key] = await hire(tx, person, ownerId, nobodyKnows)
    const known = ids as Record<PersonKey, string>
    await joinEveryone(ctx, tx, owner, Object.values(ids))
    const teams = await formTeams(ctx, owner, known)
    const group = (name: string, memberIds: string[]) =>
      createCircle(ctx, owner, 'group', { name, memberIds })
    const care = await group('Customer care', Object.values(ids))
    const inAccounts = colleagues
      .filter((person: Colleague) => person.accounts)
      .map(person => known[person.key])
    const accounts = await group('Accounts', [ownerId, ...inAccounts])
    return { ids: known, teams, care: care.id, accounts: accounts.id }
  })
}

/** A person with everything that decides what they may do. */
export async function actorOf(tx: Tx, userId: string): Promise<Actor> {
  const actor = await findActor(tx, { userId })
  if (!actor) throw new Error('Somebody of the sample company has left.')
  return actor
}

async function hire(tx: Tx, person: Colleague, byId: string, passwordHash: string): Promise<string> {
  const email = `${person.key}@${company.domain}`
  // In a second workspace of the same server the same people have their logins already.
  const login = await findLogin(tx.q, email)
  const proof = login ? { loginId: login.id } : { passwordHash }
  return addPerson(tx, { name: person.name, email, role: person.role, proof, byId })
}

async function joinEveryone(ctx: Context, tx: Tx, owner: Actor, memberIds: string[]): Promise<void> {
  const [everyone] = (await listCircles(tx, 'group', 1, null)).slice(0, 1)
  if (!everyone) return
  const all = [...new Set([...everyone.members.map(member => member.id), ...memberIds])]
  await changeCircle(ctx, owner, 'group', everyone.id, { memberIds: all }, circle => circle)
}

async function formTeams(
  ctx: Context,
  owner: Actor,
  ids: Record<PersonKey, string>,
): Promise<Record<TeamName, string>> {
  const teams: Partial<Record<TeamName, string>> = {}
  for (const name of teamNames) {
    const members = colleagues
      .filter((person: Colleague) => person.teams.includes(name))
      .map(person => ids[person.key])
    const memberIds = teamsOfOwner.includes(name) ? [ids.owner, ...members] : members
    teams[name] = (await createCircle(ctx, owner, 'team', { name, memberIds })).id
  }
  return teams as Record<TeamName, string>
}
