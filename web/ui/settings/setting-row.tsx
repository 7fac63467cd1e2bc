import type { ReactNode } from 'react'
import { SaveMark, SaveProblem } from './save-state.tsx'
import classes from './setting-row.module.css'
import type { Saving } from './use-saving.ts'

type Props = {
  label: ReactNode
  hint?: ReactNode
  /** The id of the control: the label is tied to it, and its hint has this id with `-hint`. */
  controlId?: string
  control?: ReactNode
  /**
   * `field`: the control is a field and gets the width of one (the whole line on a phone); `text`: it may be
   * long and goes under the label on a phone; `own`: it is short and stays beside it.
   */
  width?: 'field' | 'text' | 'own'
  /** How the saving of it stands: a mark beside the label, the reason of a failure under the line. */
  saving?: Saving
  /** Under the line: a part that belongs to it. */
  below?: ReactNode
}

/** One setting: what it is at the left, how it is set at the right. */
export function SettingRow({ label, hint, controlId, control, width = 'own', saving, below }: Props) {
  const Label = controlId ? 'label' : 'div'
  return (
    <div className={classes.row}>
      <div className={classes.line} data-stack={width !== 'own' || undefined}>
        <div className={classes.text}>
          <div className={classes.top}>
            <Label className={classes.label} {...(controlId ? { htmlFor: controlId } : {})}>
              {label}
            </Label>
            {saving && <SaveMark status={saving.status} />}
          </div>
          {hint && (
            <div className={classes.hint} {...(controlId ? { id: `${controlId}-hint` } : {})}>
              {hint}
            </div>
          )}
        </div>
        {control && (
          <div className={classes.control} data-width={width}>
            {control}
          </div>
        )}
      </div>
      {saving?.status === 'error' && (
        <div className={classes.below}>
          <SaveProblem saving={saving} />
        </div>
      )}
      {below && <div className={classes.below}>{below}</div>}
    </div>
  )
}
