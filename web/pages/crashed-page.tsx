import { Button } from '@mantine/core'
import { isProblem } from '#web/platform/problem.ts'
import { words } from '#web/platform/words.ts'
import { EmptyState, ErrorState } from '#web/ui/states.tsx'

const reload = () => window.location.reload()

/** A page that could not be shown: the server's refusal with a retry, or our own fault with a reload. */
export function CrashedPage({ error }: { error: unknown }) {
  if (isProblem(error)) return <ErrorState error={error} retry={reload} />
  return (
    <EmptyState
      title={words.pages.crashed}
      hint={words.pages.crashedHint}
      action={
        <Button variant="default" onClick={reload}>
          {words.pages.reload}
        </Button>
      }
    />
  )
}
