import type { User } from '#domain/people/wire.ts'
import { words } from '#web/platform/words.ts'

/** Which people a list shows; everybody active when nothing is said. */
export type PeopleSearch = { q?: string; show?: 'inactive' | 'all' }

/** Reads the address; what makes no sense is left out. */
export function readPeopleSearch(raw: Record<string, unknown>): PeopleSearch {
  const search: PeopleSearch = {}
  if (typeof raw.q === 'string' && raw.q !== '') search.q = raw.q
  if (raw.show === 'inactive' || raw.show === 'all') search.show = raw.show
  return search
}

/** The people of the list: every word that is looked for stands in name, e-mail, role or a team. */
export function filterPeople(users: readonly User[], { q = '', show }: PeopleSearch): User[] {
  const wanted = q.toLowerCase().split(/\s+/).filter(Boolean)
  return users.filter(user => {
    if (show !== 'all' && user.active !== (show !== 'inactive')) return false
    const names = [user.name, user.email, words.people.roles[user.role], ...user.teams.map(team => team.name)]
    const text = names.join(' ').toLowerCase()
    return wanted.every(word => text.includes(word))
  })
}
