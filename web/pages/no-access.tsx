import { IconLock } from '@tabler/icons-react'
import { words } from '#web/platform/words.ts'
import { LinkButton } from '#web/ui/link-button.tsx'
import { EmptyState } from '#web/ui/states.tsx'

/** Instead of a page that this person may not see, or that does not exist: the two look the same. */
export function NoAccess() {
  return (
    <EmptyState
      icon={<IconLock size={28} stroke={1.5} />}
      title={words.pages.noAccess}
      hint={words.pages.noAccessHint}
      action={
        <LinkButton variant="default" to="/inbox">
          {words.pages.toInbox}
        </LinkButton>
      }
    />
  )
}
