import type { Reference } from '#domain/kernel/shapes.ts'
import { PersonAvatar } from '#web/ui/person-avatar.tsx'
import classes from './face-row.module.css'

/** The first few people of a circle, as initials; the count stands beside them. */
export function FaceRow({ people, most = 4 }: { people: readonly Reference[]; most?: number }) {
  return (
    <span className={classes.row} title={people.map(one => one.name).join(', ')} aria-hidden>
      {people.slice(0, most).map(person => (
        <PersonAvatar key={person.id} name={person.name} size={22} />
      ))}
    </span>
  )
}
