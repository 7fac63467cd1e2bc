import { Button } from '@mantine/core'
import { IconCompass } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { words } from '#web/platform/words.ts'
import { EmptyState } from '#web/ui/states.tsx'

/** An address that leads nowhere. */
export function NotFoundPage() {
  return (
    <EmptyState
      icon={<IconCompass size={28} stroke={1.5} />}
      title={words.pages.notFound}
      hint={words.pages.notFoundHint}
      action={
        <Button variant="default" component={Link} to="/inbox">
          {words.pages.toInbox}
        </Button>
      }
    />
  )
}
