import { storable } from '#domain/kernel/text.ts'
import type { CustomersRow } from '#server/platform/db/tables.ts'
import type { Tx } from '#server/platform/db/tx.ts'
import { newId } from '#server/platform/ids.ts'
import { findCustomer, findCustomerById, type Identity, insertCustomer } from './store.ts'

/** A customer as messages need them. */
export type KnownCustomer = { id: string; name: string; handle: string }

/**
 * The customer behind a handle on a network (CU-03), made on first sight. However many mails of one new
 * person are understood at once, one customer comes of it.
 */
export async function knowCustomer(tx: Tx, identity: Identity): Promise<KnownCustomer> {
  const clean = { ...identity, name: storable(identity.name).trim().slice(0, 200) }
  const found = await findCustomer(tx, clean.network, clean.handle)
  const nameless = found !== undefined && found.name === found.handle && clean.name !== ''
  if (found && !nameless) return found
  const written = await insertCustomer(tx, newId(), clean)
  const row = written ?? (await findCustomer(tx, clean.network, clean.handle))
  if (!row) throw new Error('A customer that was there a moment ago is gone.')
  return row
}

/** A customer whom another record names. */
export async function customerById(tx: Tx, id: string): Promise<CustomersRow | undefined> {
  return findCustomerById(tx, id)
}
