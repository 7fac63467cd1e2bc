import type { z } from 'zod'
import { after, DAY } from '#domain/kernel/moments.ts'
import type { Joined, setUpShape } from '#domain/people/wire.ts'
import type { Auth } from '#server/platform/auth/auth.ts'
import { globalQueries } from '#server/platform/auth/queries.ts'
import type { Context } from '#server/platform/context.ts'
import { hashOf, newSecret } from '#server/platform/ids.ts'
import { Refused } from '#server/platform/refusal.ts'
import { addCode, findCode, removeCodes, useCode } from './code-store.ts'
import { createWorkspace } from './create-workspace.ts'
import type { Origin } from './origin.ts'
import { findFirstWorkspace, lockSetUp } from './workspace-store.ts'

/** What an act that signs in gives back: the answer, and the cookies to send with it. */
export type SignedIn = { joined: Joined; cookies: string[] }

/**
 * While no workspace exists: makes a one-time code and gives the link to print on the server's console, valid
 * for seven days (A8). Null once a workspace exists.
 */
export async function openSetup(
  ctx: Pick<Context, 'database' | 'clock' | 'publicUrl'>,
): Promise<string | null> {
  const q = globalQueries(ctx.database)
  if (await findFirstWorkspace(q)) return null
  const now = ctx.clock.now()
  const code = newSecret('setup')
  await removeCodes(q, { before: now })
  await addCode(q, { hash: hashOf(code), purpose: 'setup', expiresAt: after(now, 7 * DAY) })
  return `${ctx.publicUrl}/setup#code=${code}`
}

/** Does this server still wait for its first owner? Asked in vain once it does not: refuses SETUP_CLOSED. */
export async function insistOnOpenSetup(ctx: Pick<Context, 'database'>): Promise<void> {
  if (await findFirstWorkspace(globalQueries(ctx.database))) throw new Refused('SETUP_CLOSED')
}

/**
 * Makes the first workspace and its owner, and signs them in. Refuses SETUP_CLOSED once there is one, and
 * SETUP_CODE_WRONG for any code but one that the server printed and nobody used.
 */
export async function setUp(
  ctx: Context,
  auth: Auth,
  input: z.output<typeof setUpShape>,
  origin: Origin,
): Promise<SignedIn & { userId: string }> {
  await insistOnOpenSetup(ctx)
  const hash = hashOf(input.code)
  // Before anything slow or lasting: a stranger's guess costs one look-up.
  if (!(await findCode(globalQueries(ctx.database), 'setup', hash, ctx.clock.now()))) {
    throw new Refused('SETUP_CODE_WRONG')
  }
  const owner = { name: input.name, email: input.email, password: input.password }
  const made = await createWorkspace(ctx, { name: input.workspace, owner }, async tx => {
    await lockSetUp(tx)
    if (await findFirstWorkspace(tx.q)) throw new Refused('SETUP_CLOSED')
    if (!(await useCode(tx.q, 'setup', hash, tx.now))) throw new Refused('SETUP_CODE_WRONG')
    await removeCodes(tx.q, { purpose: 'setup' })
  })
  const { workspaceId, userId } = made
  const { email, password } = input
  const { cookies, complete } = await auth.signIn({ email, password, workspaceId, ...origin })
  return {
    joined: { workspace: { id: workspaceId, name: input.workspace }, signedIn: complete },
    cookies,
    userId,
  }
}
