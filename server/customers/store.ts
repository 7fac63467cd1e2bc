import { sql } from 'kysely'
import type { CustomersRow } from '#server/platform/db/tables.ts'
import type { Tx } from '#server/platform/db/tx.ts'

/** One account of a person on one network (CU-03). */
export type Identity = {
  network: string
  handle: string
  /** What the person calls themselves; may be empty. */
  name: string
  email: string | null
}

/**
 * Writes the customer if there is none with this handle, and gives the row if it did; undefined when it was
 * there already, also when a rival has just written it. A customer known by the handle alone gets the name.
 */
export async function insertCustomer(
  tx: Tx,
  id: string,
  identity: Identity,
): Promise<CustomersRow | undefined> {
  return tx.q
    .insertInto('customers')
    .values({
      workspace_id: tx.workspaceId,
      id,
      network: identity.network,
      handle: identity.handle,
      name: identity.name || identity.handle,
      email: identity.email,
      created_at: tx.now,
    })
    .onConflict(conflict =>
      conflict
        .columns(['workspace_id', 'network', 'handle'])
        .doUpdateSet({ name: sql`excluded.name`, version: sql`customers.version + 1` })
        .where(sql<boolean>`customers.name = customers.handle and excluded.name <> customers.handle`),
    )
    .returningAll()
    .executeTakeFirst()
}

/** The customer with this handle on this network. */
export async function findCustomer(
  tx: Tx,
  network: string,
  handle: string,
): Promise<CustomersRow | undefined> {
  return tx.q
    .selectFrom('customers')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('network', '=', network)
    .where('handle', '=', handle)
    .executeTakeFirst()
}

/** A customer by id. */
export async function findCustomerById(tx: Tx, id: string): Promise<CustomersRow | undefined> {
  return tx.q
    .selectFrom('customers')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()
}
