import { words } from '#web/platform/words.ts'
import { EmptyState } from '#web/ui/states.tsx'

/** /cases. */
export default function CasesPage() {
  return <EmptyState title={words.cases.title} />
}
