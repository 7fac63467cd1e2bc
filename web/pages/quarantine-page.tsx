import { words } from '#web/platform/words.ts'
import { EmptyState } from '#web/ui/states.tsx'

/** To come. */
export default function Page() {
  return <EmptyState title={words.inbox.title} />
}
