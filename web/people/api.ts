import type { z } from 'zod'
import type { acceptInvitationShape, setUpShape } from '#domain/people/wire.ts'
import { post } from '#web/platform/api.ts'

/** What the sign-in answers: the person, or that a second factor is wanted. */
export type SignedIn = { twoFactorRedirect?: boolean }

/** First step of signing in. */
export const signIn = (email: string, password: string) =>
  post<SignedIn>('/api/auth/sign-in/email', { email, password })

/** Second step: the code of the authenticator app. */
export const verifyTotp = (code: string) => post('/api/auth/two-factor/verify-totp', { code })

/** Second step with a code kept for the day the phone is lost; each works once. */
export const verifyBackupCode = (code: string) => post('/api/auth/two-factor/verify-backup-code', { code })

/** The first start: makes the workspace and its owner, and signs them in. */
export const setUp = (body: z.input<typeof setUpShape>, key: string) => post('/setup', body, key)

/** The invited person chooses name and password. */
export const acceptInvitation = (body: z.input<typeof acceptInvitationShape>, key: string) =>
  post('/invitations/accept', body, key)
