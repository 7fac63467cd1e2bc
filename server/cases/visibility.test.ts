import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { maySeeCase } from '#domain/cases/permissions.ts'
import { accessLevels } from '#domain/people/access-level.ts'
import type { Actor } from '#domain/people/actor.ts'
import { permissionsOfRole } from '#domain/people/permissions.ts'
import type { CasesRow } from '#server/platform/db/tables.ts'
import type { Tx } from '#server/platform/db/tx.ts'
import { newId } from '#server/platform/ids.ts'
import { openTestDatabase, type TestDatabase } from '#tests/givens/open-test-database.ts'
import { type GivenWorkspace, givenWorkspace } from '#tests/givens/workspace.ts'
import { factsOf } from './facts.ts'
import { visibleTo } from './find-visible.ts'
import { addCollaborator, insertCase, listCollaborators } from './store.ts'

let given: TestDatabase
let acme: GivenWorkspace
let rows: CasesRow[]
let followers: { case_id: string; user_id: string }[]

const names = ['Ada', 'Bob', 'Cleo'] as const

beforeAll(async () => {
  given = await openTestDatabase()
  acme = await givenWorkspace(given.database, {
    people: { Ada: 'agent', Bob: 'agent', Cleo: 'agent' },
    teams: { Support: ['Ada'], Sales: ['Bob'] },
    channels: { mail: {}, desk: {} },
  })
  await given.database.write(acme.id, everyKindOfCase)
  ;[rows, followers] = await given.database.read(acme.id, async tx => {
    const all = await tx.q.selectFrom('cases').selectAll().where('workspace_id', '=', acme.id).execute()
    return [
      all,
      await listCollaborators(
        tx,
        all.map(row => row.id),
      ),
    ] as const
  })
})
afterAll(() => given.drop())

/** One case for every way in which a case can concern somebody. */
async function everyKindOfCase(tx: Tx): Promise<void> {
  let number = 0
  for (const channel_id of Object.values(acme.channels)) {
    for (const team_id of [null, ...Object.values(acme.teams)]) {
      for (const assignee of [null, 'Ada', 'Bob'] as const) {
        for (const follower of [null, 'Cleo', 'Ada'] as const) {
          number += 1
          const row = await insertCase(tx, {
            id: newId(),
            number,
            channel_id,
            team_id,
            assignee_id: assignee && acme.people[assignee]!,
            assigned_by_id: number % 2 === 0 ? acme.people.Cleo! : null,
            source: 'platform',
            subject: `Case ${number}`,
            description: '',
            type_id: acme.typeId,
            priority: 'medium',
            status: assignee ? 'open' : 'new',
          })
          if (follower) await addCollaborator(tx, row.id, acme.people[follower]!)
        }
      }
    }
  }
}

const actors: fc.Arbitrary<Actor> = fc
  .record({
    name: fc.constantFrom(...names),
    role: fc.constantFrom('owner', 'admin', 'supervisor', 'agent', 'creator', 'viewer'),
    mail: fc.constantFrom(...accessLevels),
    desk: fc.constantFrom(...accessLevels),
    memberOf: fc.subarray(['mail', 'desk']),
    teams: fc.subarray(['Support', 'Sales']),
  })
  .map(({ name, role, mail, desk, memberOf, teams }) => {
    const overall = role === 'owner' || role === 'admin'
    return {
      workspaceId: acme.id,
      userId: acme.people[name]!,
      name,
      role,
      permissions: permissionsOfRole[role],
      channelLevels: {
        [acme.channels.mail!]: overall ? 'full' : mail,
        [acme.channels.desk!]: overall ? 'full' : desk,
      },
      memberOfChannels: memberOf.map(channel => acme.channels[channel]!),
      teamIds: teams.map(team => acme.teams[team]!),
      groupIds: [],
    } satisfies Actor
  })

test('PR-14 PR-17: lists show exactly the cases that the rule lets the actor see', async () => {
  await fc.assert(
    fc.asyncProperty(actors, async actor => {
      const shown = await given.database.read(acme.id, tx =>
        sql<{
          number: number
        }>`select c.number from cases c where c.workspace_id = ${acme.id} and ${visibleTo(actor)}`.execute(
          tx.q,
        ),
      )
      const allowed = rows.filter(row =>
        maySeeCase(
          actor,
          factsOf(
            row,
            followers.filter(one => one.case_id === row.id).map(one => one.user_id),
          ),
        ),
      )
      expect(shown.rows.map(row => row.number).toSorted((a, b) => a - b)).toEqual(
        allowed.map(row => row.number).toSorted((a, b) => a - b),
      )
    }),
    { numRuns: 150 },
  )
})
