import { ActionIcon, Tooltip } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { words } from '#web/platform/words.ts'

/** Takes all filters of a list away. */
export function ClearFilters({ onClick }: { onClick: () => void }) {
  return (
    <Tooltip label={words.actions.clearFilters}>
      <ActionIcon size={24} aria-label={words.actions.clearFilters} onClick={onClick}>
        <IconX size={14} stroke={1.8} />
      </ActionIcon>
    </Tooltip>
  )
}
