import { Button, Loader } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { isProblem, statusOf } from '#web/platform/problem.ts'
import { fieldErrors, sentenceOfError } from '#web/platform/sentences.ts'
import { words } from '#web/platform/words.ts'
import classes from './save-state.module.css'
import type { Saving } from './use-saving.ts'

const say = words.settingsFrame

/** Being saved, just saved, or nothing; always of the same width, so that nothing jumps. */
export function SaveMark({ status }: { status: Saving['status'] }) {
  return (
    <span className={classes.mark} role="status">
      {status === 'pending' && <Loader size={12} color="gray" aria-label={say.saving} />}
      {status === 'success' && (
        <span className={classes.saved}>
          <IconCheck size={15} stroke={2.2} aria-label={say.saved} />
        </span>
      )}
    </span>
  )
}

/** The reason for a field: what the server says about it, or the whole sentence. */
export function reasonOf(error: unknown): string {
  return Object.values(fieldErrors(error))[0] ?? sentenceOfError(error)
}

/**
 * Why a setting was not saved. After a version conflict the setting shows what somebody else chose, and
 * what was tried can be saved over it; where no answer came it can be tried again.
 */
export function SaveProblem({ saving }: { saving: Saving }) {
  if (saving.status !== 'error') return null
  const { error } = saving
  const conflict = isProblem(error, 'CONFLICT')
  const again = conflict || statusOf(error) === 0 || statusOf(error) >= 500
  return (
    <div className={classes.problem} role="alert">
      <span>
        {say.notSaved} {reasonOf(error)}
      </span>
      {again && (
        <Button variant="default" size="compact-xs" onClick={saving.again}>
          {conflict ? say.mine : say.again}
        </Button>
      )}
    </div>
  )
}
