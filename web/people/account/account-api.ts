import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import type { changeMeShape, createTokenShape, Me, Token } from '#domain/people/wire.ts'
import { get, patch, post, remove } from '#web/platform/api.ts'
import { everything } from '#web/platform/directory.ts'
import { keys } from '#web/platform/keys.ts'

/** What of oneself is changed. */
export type MeChange = z.input<typeof changeMeShape>

/** PATCH /me. */
export const changeMe = (change: MeChange) => patch<Me>('/me', change)

/** Changes the password; everywhere else the person is signed out. */
export const changePassword = (currentPassword: string, newPassword: string) =>
  post('/api/auth/change-password', { currentPassword, newPassword, revokeOtherSessions: true })

/** What an authenticator app needs, and the codes for the day it is lost. */
export type SecondFactor = { totpURI: string; backupCodes: string[] }

/** Begins with the second factor; it counts only after its first code was verified. */
export const beginSecondFactor = (password: string) =>
  post<SecondFactor>('/api/auth/two-factor/enable', { password })

/** Ends the second factor. */
export const endSecondFactor = (password: string) => post('/api/auth/two-factor/disable', { password })

/** New backup codes; the ones before stop working. */
export const renewBackupCodes = (password: string) =>
  post<{ backupCodes: string[] }>('/api/auth/two-factor/generate-backup-codes', { password })

/** One place where somebody is signed in. */
export type SignedInPlace = {
  id: string
  token: string
  userAgent?: string | null
  ipAddress?: string | null
  createdAt: string
  updatedAt: string
}

/** Everywhere the person is signed in. */
export const placesQuery = queryOptions({
  queryKey: keys.sessions,
  queryFn: ({ signal }) => get<SignedInPlace[]>('/api/auth/list-sessions', {}, signal),
})

/** Which of these places this browser is. */
export const ownPlaceQuery = queryOptions({
  queryKey: keys.ownSession,
  queryFn: ({ signal }) =>
    get<{ session: { id: string } } | null>('/api/auth/get-session', {}, signal).then(
      answer => answer?.session.id ?? null,
    ),
  retry: false,
})

/** Signs out one place. */
export const signOutPlace = (token: string) => post('/api/auth/revoke-session', { token })

/** Signs out every place but this one. */
export const signOutOthers = () => post('/api/auth/revoke-other-sessions')

/** GET /tokens: the API tokens of the person. */
export const tokensQuery = queryOptions({
  queryKey: keys.tokens,
  queryFn: ({ signal }) => everything<Token>('/tokens', signal),
})

/** POST /tokens: the answer alone holds the value. */
export const createToken = (body: z.input<typeof createTokenShape>, key: string) =>
  post<Token>('/tokens', body, key)

/** DELETE /tokens/{id}. */
export const deleteToken = (id: string) => remove(`/tokens/${id}`)
