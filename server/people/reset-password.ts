import { hashOfPassword } from '#server/platform/auth/passwords.ts'
import { globalQueries } from '#server/platform/auth/queries.ts'
import { findLogin, resetPassword } from '#server/platform/auth/store.ts'
import type { Context } from '#server/platform/context.ts'
import { loginRules } from './login-rules.ts'

/**
 * Gives a login a new password from the command line, for people who forgot theirs; every session and API token
 * of it ends (A5). `email` is lower-case. False if there is no such login.
 */
export async function resetPasswordOf(
  ctx: Pick<Context, 'database' | 'clock'>,
  email: string,
  password: string,
): Promise<boolean> {
  const q = globalQueries(ctx.database)
  const login = await findLogin(q, email)
  if (!login) return false
  await resetPassword(q, login.id, await hashOfPassword(password), ctx.clock.now())
  await loginRules(ctx).credentialsChanged(login.id)
  return true
}
