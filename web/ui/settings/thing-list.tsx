import { Link } from '@tanstack/react-router'
import { type ReactNode, useRef } from 'react'
import { useCommands } from '#web/platform/commands.ts'
import { words } from '#web/platform/words.ts'
import classes from './thing-list.module.css'

/** A list of things to set, one line each; j and k move the focus along its links. */
export function ThingList({ label, children }: { label: string; children: ReactNode }) {
  const box = useRef<HTMLUListElement>(null)
  const step = (by: number) => {
    const links = [...(box.current?.querySelectorAll<HTMLElement>('a[data-row]') ?? [])]
    const at = links.indexOf(document.activeElement as HTMLElement)
    links[at < 0 ? 0 : Math.max(0, Math.min(links.length - 1, at + by))]?.focus()
  }
  const { groups, commands: say } = words
  const group = groups.list
  useCommands([
    { id: 'list-next', group, title: say.next, keys: 'j|arrowdown', quiet: true, run: () => step(1) },
    { id: 'list-previous', group, title: say.previous, keys: 'k|arrowup', quiet: true, run: () => step(-1) },
  ])
  return (
    <ul ref={box} className={classes.list} aria-label={label}>
      {children}
    </ul>
  )
}

type Props = {
  /** Where the row leads; without it the row is only to read. */
  to?: string
  picture?: ReactNode
  name: ReactNode
  sub?: ReactNode
  /** At the right (or below, on a phone). */
  facts?: ReactNode
  /** The facts stay at the right on a phone too. */
  facing?: boolean
}

/** One line of the list. */
export function Thing({ to, picture, name, sub, facts, facing }: Props) {
  const body = (
    <>
      <span className={classes.main} data-pictured={Boolean(picture) || undefined}>
        {picture}
        <span className={classes.names}>
          <span className={classes.name}>{name}</span>
          {sub && <span className={classes.sub}>{sub}</span>}
        </span>
      </span>
      {facts && (
        <span className={classes.facts} data-below={!facing || undefined}>
          {facts}
        </span>
      )}
    </>
  )
  return (
    <li className={classes.item}>
      {to ? (
        <Link to={to} className={classes.row} data-row>
          {body}
        </Link>
      ) : (
        <div className={classes.row}>{body}</div>
      )}
    </li>
  )
}
