/**
 * How much processor time the act takes, in milliseconds: for bounds with a wide margin, not for comparing.
 * Not the time on the wall, which on a busy machine says more about the others.
 */
export function millisecondsOf(act: () => unknown): number {
  const before = process.cpuUsage()
  act()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}
