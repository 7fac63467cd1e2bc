import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { Reference } from '#domain/kernel/shapes.ts'
import type { changeCircleShape, createCircleShape, Team } from '#domain/people/wire.ts'
import { patch, post, remove } from '#web/platform/api.ts'
import { directory } from '#web/platform/directory.ts'
import { groupsQuery } from '#web/platform/groups.ts'
import { keys } from '#web/platform/keys.ts'
import { isProblem, ProblemError } from '#web/platform/problem.ts'
import { words } from '#web/platform/words.ts'

/** Teams share work, groups share channels; both are a name and people. */
export type CircleKind = 'team' | 'group'

/** A team, or a group with its channels. */
export type Circle = Team & { channels?: Reference[] }
export type CircleChange = Omit<z.input<typeof changeCircleShape>, 'version'>

const kinds = {
  team: { path: '/teams', key: keys.teams, place: '/settings/teams', words: words.teamSettings.team },
  group: { path: '/groups', key: keys.groups, place: '/settings/groups', words: words.teamSettings.group },
} as const

/** Where circles of a kind are kept, shown and how they are called. */
export const circleKind = (kind: CircleKind) => kinds[kind]

/** All teams or all groups, by name; undefined while they are on their way. */
export function useCircles(kind: CircleKind) {
  const teams = useQuery({ ...directory.teams, enabled: kind === 'team' })
  const groups = useQuery({ ...groupsQuery, enabled: kind === 'group' })
  const { data, error, refetch } = kind === 'team' ? teams : groups
  const circles: Circle[] | undefined = data
  return { circles, error, refetch: () => void refetch() }
}

/** POST /teams or /groups. */
export const createCircle = (kind: CircleKind, body: z.input<typeof createCircleShape>, key: string) =>
  post<Circle>(kinds[kind].path, body, key)

/** PATCH of the version that is shown. */
export const changeCircle = (kind: CircleKind, circle: Circle, change: CircleChange) =>
  patch<Circle>(`${kinds[kind].path}/${circle.id}`, { ...change, version: circle.version })

/** A refusal about people with their names, so that its sentence can say whom it means. */
export function naming(error: unknown, users: readonly Reference[]): unknown {
  if (!isProblem(error) || !Array.isArray(error.problem.data?.userIds)) return error
  const ids: unknown[] = error.problem.data.userIds
  const people = users.filter(user => ids.includes(user.id)).map(({ name }) => ({ name }))
  return new ProblemError({ ...error.problem, data: { ...error.problem.data, people } })
}

/** DELETE; refused with IN_USE while cases or channels hold on to it. */
export const deleteCircle = (kind: CircleKind, id: string) => remove(`${kinds[kind].path}/${id}`)
