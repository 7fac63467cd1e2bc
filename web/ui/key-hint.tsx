import { printed } from '#web/platform/keyboard.ts'
import classes from './key-hint.module.css'

/** The keys of a command, as small caps; decoration for a label that names the command. */
export function KeyHint({ keys }: { keys: string }) {
  const first = keys.split('|')[0] ?? keys
  return (
    <span className={classes.keys} aria-hidden>
      {printed(first).map(key => (
        <kbd key={key} className={classes.key}>
          {key}
        </kbd>
      ))}
    </span>
  )
}
