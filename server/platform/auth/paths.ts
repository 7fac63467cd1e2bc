import { z } from 'zod'

const password = z.string().max(256)
const email = z.string().trim().max(254)

/** How tries of a path are counted (D7): by the account they name, or by the session they come with. */
export type Counted = 'account' | 'session' | 'no'

/** A path below /api/auth that strangers and people may reach, and exactly what they may send (Z2). */
export type AuthPath = { method: 'GET' | 'POST'; body?: z.ZodType; counted: Counted }

const nothing = z.strictObject({})

/**
 * Every open path of the sign-in library, and nothing else of it: no sign-up, no change of name or e-mail
 * past our own acts, no redirects, no trusted devices.
 */
export const authPaths: Readonly<Record<string, AuthPath>> = {
  '/sign-in/email': {
    method: 'POST',
    body: z.strictObject({ email, password, rememberMe: z.boolean().optional() }),
    counted: 'account',
  },
  '/sign-out': { method: 'POST', body: nothing, counted: 'no' },
  '/list-sessions': { method: 'GET', counted: 'no' },
  // Says which of these sessions asks, so that nobody ends their own by mistake.
  '/get-session': { method: 'GET', counted: 'no' },
  '/revoke-session': { method: 'POST', body: z.strictObject({ token: z.string().max(200) }), counted: 'no' },
  '/revoke-sessions': { method: 'POST', body: nothing, counted: 'no' },
  '/revoke-other-sessions': { method: 'POST', body: nothing, counted: 'no' },
  '/change-password': {
    method: 'POST',
    body: z
      .strictObject({
        currentPassword: password,
        newPassword: z.string().max(256),
        revokeOtherSessions: z.boolean().optional(),
      })
      .transform(body => ({ ...body, revokeOtherSessions: true })),
    counted: 'session',
  },
  '/two-factor/enable': { method: 'POST', body: z.strictObject({ password }), counted: 'session' },
  '/two-factor/disable': { method: 'POST', body: z.strictObject({ password }), counted: 'session' },
  '/two-factor/generate-backup-codes': {
    method: 'POST',
    body: z.strictObject({ password }),
    counted: 'session',
  },
  '/two-factor/verify-totp': {
    method: 'POST',
    body: z.strictObject({ code: z.string().max(20) }),
    counted: 'session',
  },
  '/two-factor/verify-backup-code': {
    method: 'POST',
    body: z.strictObject({ code: z.string().max(40) }),
    counted: 'session',
  },
}
