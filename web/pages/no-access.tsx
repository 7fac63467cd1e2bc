import { Button } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { words } from '#web/platform/words.ts'
import { EmptyState } from '#web/ui/states.tsx'

/** Instead of a page that this person may not see, or that does not exist: the two look the same. */
export function NoAccess() {
  return (
    <EmptyState
      icon={<IconLock size={28} stroke={1.5} />}
      title={words.pages.noAccess}
      hint={words.pages.noAccessHint}
      action={
        <Button variant="default" component={Link} to="/inbox">
          {words.pages.toInbox}
        </Button>
      }
    />
  )
}
