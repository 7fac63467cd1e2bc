import { sql } from 'kysely'
import type { Queries } from '#server/platform/db/queries.ts'
import { hashOf, newId } from '#server/platform/ids.ts'

/** A login and what it takes to check its password. */
export type FoundLogin = { id: string; passwordHash: string | null }

/** The login with this e-mail (lower-case), or null. */
export async function findLogin(q: Queries, email: string): Promise<FoundLogin | null> {
  const row = await q
    .selectFrom('login as l')
    .leftJoin('login_account as a', join =>
      join.onRef('a.login_id', '=', 'l.id').on('a.provider_id', '=', 'credential'),
    )
    .select(['l.id', 'a.password as passwordHash'])
    .where('l.email', '=', email)
    .executeTakeFirst()
  return row ?? null
}

/** Makes a login with a password; gives its id. An e-mail that has one breaks the constraint login_email. */
export async function createLogin(
  q: Queries,
  login: { name: string; email: string; passwordHash: string; now: Date },
): Promise<string> {
  const id = newId()
  const times = { created_at: login.now, updated_at: login.now }
  await q
    .insertInto('login')
    .values({ id, name: login.name, email: login.email, email_verified: true, ...times })
    .execute()
  await q
    .insertInto('login_account')
    .values({
      id: newId(),
      login_id: id,
      account_id: id,
      provider_id: 'credential',
      password: login.passwordHash,
      ...times,
    })
    .execute()
  return id
}

/** Gives a login a new password and ends all its sessions (A3, A5). */
export async function resetPassword(
  q: Queries,
  loginId: string,
  passwordHash: string,
  now: Date,
): Promise<void> {
  await q
    .updateTable('login_account')
    .set({ password: passwordHash, updated_at: now })
    .where('login_id', '=', loginId)
    .where('provider_id', '=', 'credential')
    .execute()
  await q.deleteFrom('login_session').where('login_id', '=', loginId).execute()
}

/** Ends the sessions of a login in one workspace (A5). */
export async function endSessions(q: Queries, loginId: string, workspaceId: string): Promise<void> {
  await q
    .deleteFrom('login_session')
    .where('login_id', '=', loginId)
    .where('workspace_id', '=', workspaceId)
    .execute()
}

/** Ends all sessions of a login but one. */
export async function endOtherSessions(q: Queries, loginId: string, keptToken: string): Promise<void> {
  await q
    .deleteFrom('login_session')
    .where('login_id', '=', loginId)
    .where('token', '!=', keptToken)
    .execute()
}

/**
 * Uses a code of an authenticator app up; false if it was used before (A6). It is remembered for longer than
 * it could still be shown.
 */
export async function useCodeOnce(q: Queries, loginId: string, code: string, now: Date): Promise<boolean> {
  const id = `code:${hashOf(`${loginId}:${code}`).toString('base64url')}`
  const until = new Date(now.getTime() + 10 * 60_000)
  const row = await q
    .insertInto('login_verification')
    .values({ id, identifier: id, value: '', expires_at: until, created_at: now, updated_at: now })
    .onConflict(conflict =>
      conflict
        .column('id')
        .doUpdateSet({ expires_at: until })
        .where('login_verification.expires_at', '<', now),
    )
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Removes sessions, steps and codes whose time is over. */
export async function forgetEndedSteps(q: Queries, now: Date): Promise<void> {
  await sql`delete from login_session where expires_at < ${now}`.execute(q)
  await sql`delete from login_verification where expires_at < ${now}`.execute(q)
}
