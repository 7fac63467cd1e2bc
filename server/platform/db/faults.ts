/** What to do about a failed transaction: give up, try it again, or try it again on a new connection (FACTS §2.3). */
export type Fault = 'final' | 'again' | 'connection_lost'

const again = new Set(['40001', '40P01', '55P03', '53300'])
const lostCodes = new Set([
  '57P01',
  '57P02',
  '57P03',
  '25006',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  'ETIMEDOUT',
  'EHOSTUNREACH',
])
const lostMessages = [
  'Connection terminated',
  'timeout expired',
  'timeout exceeded when trying to connect',
  'Client has encountered a connection error',
  'Client was closed',
]

/** The class of an error thrown by a transaction. Errors without a code are known by their message. */
export function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) return 'final'
  const code = (error as { code?: unknown }).code
  if (typeof code === 'string') {
    if (again.has(code)) return 'again'
    if (lostCodes.has(code) || code.startsWith('08')) return 'connection_lost'
    return 'final'
  }
  return lostMessages.some(message => error.message.includes(message)) ? 'connection_lost' : 'final'
}

/** How long to wait before the next try: doubling from 25 ms to 2 s, with jitter so that rivals part. */
export function pauseBefore(attempt: number, random: number): number {
  const ceiling = Math.min(2_000, 25 * 2 ** attempt)
  return ceiling / 2 + (random * ceiling) / 2
}

/** The name of the constraint that a write broke; on Citus it carries a shard's number, hence the prefix. */
export function brokenConstraint(error: unknown, name: string): boolean {
  const constraint = (error as { constraint?: unknown } | null)?.constraint
  return typeof constraint === 'string' && constraint.startsWith(name)
}
