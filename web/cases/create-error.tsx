import { isProblem } from '#web/platform/problem.ts'
import { words } from '#web/platform/words.ts'
import { FormError } from '#web/ui/form-error.tsx'
import { LinkButton } from '#web/ui/link-button.tsx'

/** The number of the case that a refusal speaks of. */
function numberIn(data: Record<string, unknown> = {}): number | null {
  const inner = data.case as { number?: unknown } | undefined
  const number = data.number ?? inner?.number
  return typeof number === 'number' ? number : null
}

/** Why the case was not created; with the way to the case that stands in the way (CV-06). */
export function CreateError({ error }: { error: unknown }) {
  const number = isProblem(error) ? numberIn(error.problem.data) : null
  return (
    <div>
      <FormError error={error} />
      {number !== null && (
        <LinkButton mt="xs" variant="default" to="/cases/$number" params={{ number: String(number) }}>
          {words.cases.create.toCase(number)}
        </LinkButton>
      )}
    </div>
  )
}
