import type { BetterAuthOptions } from 'better-auth'
import { twoFactor } from 'better-auth/plugins'
import { newId } from '#server/platform/ids.ts'
import type { Log } from '#server/platform/log.ts'

/** The header in which our own door tells the sign-in library where a request came from. */
export const addressHeader = 'x-docket-address'

/** How our tables of migrations/0006_logins.sql are called by the sign-in library. */
export const tableNames = {
  user: {
    modelName: 'login',
    fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
  },
  session: {
    modelName: 'login_session',
    fields: {
      userId: 'login_id',
      expiresAt: 'expires_at',
      ipAddress: 'ip_address',
      userAgent: 'user_agent',
      createdAt: 'created_at',
      updatedAt: 'updated_at',
    },
    additionalFields: {
      workspaceId: { type: 'string', required: true, input: false, fieldName: 'workspace_id' },
    },
  },
  account: {
    modelName: 'login_account',
    fields: {
      accountId: 'account_id',
      providerId: 'provider_id',
      userId: 'login_id',
      accessToken: 'access_token',
      refreshToken: 'refresh_token',
      idToken: 'id_token',
      accessTokenExpiresAt: 'access_token_expires_at',
      refreshTokenExpiresAt: 'refresh_token_expires_at',
      createdAt: 'created_at',
      updatedAt: 'updated_at',
    },
  },
  verification: {
    modelName: 'login_verification',
    fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
  },
} as const satisfies BetterAuthOptions

/** Authenticator app and backup codes: five wrong codes lock the second step for a quarter of an hour (A6). */
export function secondFactor() {
  return twoFactor({
    issuer: 'Docket',
    accountLockout: { enabled: true, maxFailedAttempts: 5, durationSeconds: 900 },
    twoFactorCookieMaxAge: 600,
    schema: {
      user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
      twoFactor: {
        modelName: 'login_two_factor',
        fields: {
          userId: 'login_id',
          backupCodes: 'backup_codes',
          failedVerificationCount: 'failed_verification_count',
          lockedUntil: 'locked_until',
        },
      },
    },
  })
}

/** Cookies, ids, log and everything else that does not depend on what a session is for us. */
export function plainOptions(publicUrl: string, log: Log) {
  return {
    appName: 'Docket',
    baseURL: publicUrl,
    basePath: '/api/auth',
    trustedOrigins: [new URL(publicUrl).origin],
    telemetry: { enabled: false },
    // Counted by our own brake, which knows the account as well as the address (D7).
    rateLimit: { enabled: false },
    // What is no refusal is thrown, and answered like every other failure of this server.
    onAPIError: { throw: true },
    advanced: {
      cookiePrefix: 'docket',
      useSecureCookies: publicUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      disableCSRFCheck: false,
      disableOriginCheck: false,
      ipAddress: { ipAddressHeaders: [addressHeader] },
      database: { generateId: () => newId(), validateSchema: false },
    },
    logger: {
      level: 'error',
      log: (level, message, ...details) =>
        log[level === 'error' ? 'error' : 'debug']({ err: details[0] }, `sign-in: ${message}`),
    },
  } satisfies BetterAuthOptions
}
