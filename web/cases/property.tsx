import type { ReactNode } from 'react'
import classes from './case-details.module.css'

/** A group of properties with its name above. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes.section} aria-label={title}>
      <h2 className={classes.heading}>{title}</h2>
      {children}
    </section>
  )
}

/** One property: its name and its value or control. */
export function Property({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={classes.property}>
      <span className={classes.label}>{label}</span>
      <div className={classes.value}>{children}</div>
    </div>
  )
}
