import { keepSecret } from '#server/platform/kept-secret.ts'
import type { Places } from '#server/platform/postgres/places.ts'

/** The superuser that owns the tables and migrates them. */
export const OWNER_ROLE = 'docket_owner'
/** The role the app works as: row-level security holds for it. */
export const APP_ROLE = 'docket_app'

/** The passwords of both roles; `fresh` when a file had to be made, so that PostgreSQL must be told. */
export type Passwords = { readonly owner: string; readonly app: string; readonly fresh: boolean }

/** The passwords kept in the data folder, made at random where they are missing. Throws Unusable. */
export function keepPasswords(places: Places): Passwords {
  const owner = keepSecret(places.ownerPassword)
  const app = keepSecret(places.appPassword)
  return { owner: owner.secret, app: app.secret, fresh: owner.fresh || app.fresh }
}
