import type { LoginRules } from '#server/platform/auth/auth.ts'
import { globalQueries } from '#server/platform/auth/queries.ts'
import type { Context } from '#server/platform/context.ts'
import { findActor } from './find-actor.ts'
import { listMemberships } from './membership-store.ts'
import { removeTokensOf } from './token-store.ts'

/** What the sign-in asks about people: where a login belongs, and what ends when its password or second factor changes. */
export function loginRules(ctx: Pick<Context, 'database'>): LoginRules {
  const q = globalQueries(ctx.database)
  return {
    async workspaceOf(loginId, wanted) {
      const ids = (await listMemberships(q, loginId)).map(one => one.workspace_id)
      const ordered = [...ids.filter(id => id === wanted), ...ids.filter(id => id !== wanted)]
      for (const workspaceId of ordered) {
        const actor = await ctx.database.read(workspaceId, tx => findActor(tx, { loginId }))
        if (actor) return workspaceId
      }
      return null
    },
    async credentialsChanged(loginId) {
      for (const membership of await listMemberships(q, loginId)) {
        await ctx.database.write(membership.workspace_id, async tx => {
          await removeTokensOf(tx.q, tx.workspaceId, membership.user_id)
          tx.record({
            kind: 'user.credentials_changed',
            actor: { kind: 'user', id: membership.user_id },
            data: { userId: membership.user_id },
          })
        })
      }
    },
  }
}
