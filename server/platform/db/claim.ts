import { AsyncLocalStorage } from 'node:async_hooks'

/** A key that a caller gave to one POST, and what it was given for (I1). */
export type Claim = { workspaceId: string; owner: string; key: string; fingerprint: Buffer; stored: boolean }

const current = new AsyncLocalStorage<Claim>()

/** The claim of the running request; the transaction runner stores it with the act's first write. */
export function claimInForce(): Claim | undefined {
  return current.getStore()
}

/** Runs a request under its claim. */
export function runUnderClaim<T>(claim: Claim, work: () => T): T {
  return current.run(claim, work)
}
