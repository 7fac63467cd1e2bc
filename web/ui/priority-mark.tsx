import { type Priority, priorities } from '#domain/cases/priority.ts'
import { words } from '#web/platform/words.ts'
import classes from './marks.module.css'

const heights = [4, 7, 10, 13]

function Bars({ level }: { level: number }) {
  return heights
    .slice(0, level > 3 ? 4 : 3)
    .map((height, at) => (
      <rect
        key={height}
        x={level > 3 ? at * 3.6 : 0.8 + at * 4.6}
        y={13.5 - height}
        width={level > 3 ? 2.6 : 3}
        height={height}
        rx="1"
        fill="currentColor"
        opacity={at < level ? 1 : 0.28}
      />
    ))
}

function Critical() {
  return (
    <>
      <rect width="14" height="14" rx="3.5" fill="currentColor" />
      <path
        d="M7 3.4v4.4M7 10.4v.2"
        stroke="var(--mantine-color-body)"
        strokeWidth="1.8"
        strokeLinecap="round"
      />
    </>
  )
}

/** The mark of a priority: bars that grow, a filled sign for Critical, a dash for none. */
export function PriorityMark({ priority, label = false }: { priority: Priority; label?: boolean }) {
  const name = words.cases.priority[priority]
  const level = priorities.indexOf(priority)
  return (
    <span className={classes.mark} data-priority={priority} {...(label ? {} : { title: name })}>
      <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
        {priority === 'critical' && <Critical />}
        {priority === 'none' && <path d="M2 7h2M6 7h2M10 7h2" stroke="currentColor" strokeWidth="1.6" />}
        {level > 0 && priority !== 'critical' && <Bars level={level} />}
      </svg>
      <span className={label ? classes.label : 'visually-hidden'}>{name}</span>
    </span>
  )
}
