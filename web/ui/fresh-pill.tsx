import { IconArrowUp } from '@tabler/icons-react'
import classes from './fresh-pill.module.css'

/** Says that something new is there; rows move only when it is pressed. */
export function FreshPill({ label, onClick }: { label: string | null; onClick: () => void }) {
  return (
    <div className={classes.holder} role="status">
      {label !== null && (
        <button type="button" className={classes.pill} onClick={onClick}>
          <IconArrowUp size={13} stroke={2} aria-hidden />
          {label}
        </button>
      )}
    </div>
  )
}
