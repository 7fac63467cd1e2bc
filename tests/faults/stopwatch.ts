/** How long the act takes, in milliseconds: for bounds with a wide margin, not for comparing. */
export function millisecondsOf(act: () => unknown): number {
  const began = performance.now()
  act()
  return performance.now() - began
}
