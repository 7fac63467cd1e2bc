import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import type { changeUserShape, Invitation, inviteShape, User } from '#domain/people/wire.ts'
import { patch, post, remove } from '#web/platform/api.ts'
import { everything } from '#web/platform/directory.ts'
import { keys } from '#web/platform/keys.ts'

/** What of a person is changed. */
export type UserChange = Omit<z.input<typeof changeUserShape>, 'version'>

/** PATCH /users/{id} of the version that is shown. */
export const changeUser = (user: User, change: UserChange) =>
  patch<User>(`/users/${user.id}`, { ...change, version: user.version })

/** GET /invitations: those still open. */
export const invitationsQuery = queryOptions({
  queryKey: keys.invitations,
  queryFn: ({ signal }) => everything<Invitation>('/invitations', signal),
})

/** POST /invitations: the answer alone holds the link. */
export const invite = (body: z.input<typeof inviteShape>, key: string) =>
  post<Invitation>('/invitations', body, key)

/** DELETE /invitations/{id}. */
export const revokeInvitation = (id: string) => remove(`/invitations/${id}`)
