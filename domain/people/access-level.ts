/** Channel access levels, ascending (AX-14). */
export const accessLevels = ['no_access', 'read_only', 'needs_approval', 'can_reply', 'full'] as const
export type AccessLevel = (typeof accessLevels)[number]

/** Is `level` at least `wanted`? A missing level is No Access. */
export function reaches(level: AccessLevel | undefined, wanted: AccessLevel): boolean {
  return accessLevels.indexOf(level ?? 'no_access') >= accessLevels.indexOf(wanted)
}

/** The higher of two levels: what a person has by role and what was given by name add up. */
export function higher(one: AccessLevel, other: AccessLevel): AccessLevel {
  return reaches(one, other) ? one : other
}
