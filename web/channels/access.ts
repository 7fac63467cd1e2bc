import type { AccessEntry } from '#domain/channels/wire.ts'
import type { AccessLevel } from '#domain/people/access-level.ts'
import { roles } from '#domain/people/permissions.ts'

/** Whose level an entry says. */
export type Subject = AccessEntry['subject']
type ListedRole = Extract<Subject, { kind: 'role' }>['role']

/** The roles of an access list; owners and admins reach every channel, and `custom` is not one thing. */
export const listedRoles = roles.filter(
  (role): role is ListedRole => role !== 'owner' && role !== 'admin' && role !== 'custom',
)

/** Do two subjects mean the same? */
export function sameSubject(one: Subject, other: Subject): boolean {
  if (one.kind === 'role') return other.kind === 'role' && one.role === other.role
  return other.kind === 'user' && one.userId === other.userId
}

/** The level the list gives to a subject; without an entry there is none (AX-14). */
export function levelOf(entries: readonly AccessEntry[], subject: Subject): AccessLevel {
  return entries.find(entry => sameSubject(entry.subject, subject))?.level ?? 'no_access'
}

/** The list with another level for a subject; `null` takes the subject out. */
export function withLevel(
  entries: readonly AccessEntry[],
  subject: Subject,
  level: AccessLevel | null,
): AccessEntry[] {
  const others = entries.filter(entry => !sameSubject(entry.subject, subject))
  if (level === null) return others
  const at = entries.findIndex(entry => sameSubject(entry.subject, subject))
  return others.toSpliced(at < 0 ? others.length : at, 0, { subject, level })
}
