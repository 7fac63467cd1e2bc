import type { ReactNode } from 'react'
import type { Status } from '#domain/cases/status.ts'
import { words } from '#web/platform/words.ts'
import classes from './marks.module.css'

const ring = <circle cx="7" cy="7" r="5.6" fill="none" stroke="currentColor" strokeWidth="1.6" />
const disc = <circle cx="7" cy="7" r="6.4" fill="currentColor" />
const onDisc = {
  fill: 'none',
  stroke: 'var(--mantine-color-body)',
  strokeWidth: 1.6,
  strokeLinecap: 'round',
} as const

/** Every status has a shape of its own, so that colour never carries the meaning alone. */
const shapes: Record<Status, ReactNode> = {
  new: (
    <circle
      cx="7"
      cy="7"
      r="5.6"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeDasharray="2.2 2.2"
    />
  ),
  open: (
    <>
      {ring}
      <path d="M7 3.6a3.4 3.4 0 0 1 0 6.8z" fill="currentColor" />
    </>
  ),
  waiting: (
    <>
      {ring}
      <path d="M7 4.2V7l1.9 1.3" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
    </>
  ),
  on_hold: (
    <>
      {ring}
      <path d="M5.6 5.2v3.6M8.4 5.2v3.6" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
    </>
  ),
  resolved: (
    <>
      {disc}
      <path d="M4.4 7.2l1.8 1.8 3.4-3.6" {...onDisc} strokeLinejoin="round" />
    </>
  ),
  closed: (
    <>
      {disc}
      <path d="M4.6 7h4.8" {...onDisc} />
    </>
  ),
  spam: (
    <>
      {ring}
      <path d="M3.2 10.8l7.6-7.6" stroke="currentColor" strokeWidth="1.6" />
    </>
  ),
  canceled: (
    <>
      {disc}
      <path d="M5 5l4 4M9 5l-4 4" {...onDisc} />
    </>
  ),
}

/** The mark of a status; `label` puts its name beside it, otherwise the name is for screen readers and on hover. */
export function StatusMark({ status, label = false }: { status: Status; label?: boolean }) {
  const name = words.cases.status[status]
  return (
    <span className={classes.mark} data-status={status} {...(label ? {} : { title: name })}>
      <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
        {shapes[status]}
      </svg>
      <span className={label ? classes.label : 'visually-hidden'}>{name}</span>
    </span>
  )
}
