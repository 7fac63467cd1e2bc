import type { Actor } from '#domain/people/actor.ts'
import type { PersonKey, TeamName } from './company.ts'
import type { Box, Situation } from './situation.ts'

/** Everybody and everything of the company, as the workspace knows them. */
export type Cast = {
  actors: Readonly<Record<PersonKey, Actor>>
  teams: Readonly<Record<TeamName, string>>
  channels: Readonly<Record<Box, { id: string; address: string }>>
  /** Where cases are opened by hand. */
  deskId: string
  types: Readonly<Record<Situation['type'], string>>
}
