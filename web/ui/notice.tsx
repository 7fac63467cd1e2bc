import type { ReactNode } from 'react'
import classes from './notice.module.css'

type Tone = 'quiet' | 'warn' | 'danger'

/** One line that says something about what follows, with at most one thing to do. */
export function Notice(props: { icon?: ReactNode; tone?: Tone; children: ReactNode; action?: ReactNode }) {
  return (
    <div className={classes.notice} data-tone={props.tone ?? 'quiet'} role="note">
      {props.icon}
      <div className={classes.text}>{props.children}</div>
      {props.action}
    </div>
  )
}
