import { IconCompass } from '@tabler/icons-react'
import { words } from '#web/platform/words.ts'
import { LinkButton } from '#web/ui/link-button.tsx'
import { EmptyState } from '#web/ui/states.tsx'

/** An address that leads nowhere. */
export function NotFoundPage() {
  return (
    <EmptyState
      icon={<IconCompass size={28} stroke={1.5} />}
      title={words.pages.notFound}
      hint={words.pages.notFoundHint}
      action={
        <LinkButton variant="default" to="/inbox">
          {words.pages.toInbox}
        </LinkButton>
      }
    />
  )
}
