import type { ReactNode } from 'react'
import classes from './create-sheet.module.css'

/** A field of the form that opens a list, with its label above. */
export function LabelledField({
  label,
  extra,
  children,
}: {
  label: string
  extra?: ReactNode
  children: ReactNode
}) {
  return (
    <div>
      <div className={classes.labelRow}>
        <div className={classes.label}>{label}</div>
        {extra}
      </div>
      {children}
    </div>
  )
}
