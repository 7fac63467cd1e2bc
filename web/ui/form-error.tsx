import { sentenceOfError } from '#web/platform/sentences.ts'
import classes from './form-error.module.css'

/** Why a form was not accepted, above its button; read out at once. */
export function FormError({ error }: { error: unknown }) {
  if (!error) return null
  return (
    <div className={classes.error} role="alert">
      {sentenceOfError(error)}
    </div>
  )
}
