/** An address as it is compared and stored: without spaces around it, in lower case. */
export function normalAddress(address: string): string {
  return address.trim().toLowerCase()
}

/**
 * The addresses of channels that a mail to `address` may be meant for, the likeliest first: the address itself,
 * then without what stands behind its plus signs, from the last to the first (`desk+token@x` → `desk@x`).
 */
export function possibleAddresses(address: string): string[] {
  const normal = normalAddress(address)
  const at = normal.lastIndexOf('@')
  if (at < 1) return []
  const parts = normal.slice(0, at).split('+').slice(0, 8)
  const domain = normal.slice(at)
  const shorter = parts.map((_, index) => `${parts.slice(0, parts.length - index).join('+')}${domain}`)
  return [...new Set([normal, ...shorter])]
}
