import { words } from '#web/platform/words.ts'
import { EmptyState } from '#web/ui/states.tsx'

/** /inbox. */
export default function InboxPage() {
  return <EmptyState title={words.inbox.title} />
}
