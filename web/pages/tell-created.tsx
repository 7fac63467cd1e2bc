import { Group, Text } from '@mantine/core'
import type { Created } from '#web/cases/use-create-case.ts'
import { tell } from '#web/platform/toasts.tsx'
import { words } from '#web/platform/words.ts'
import { LinkButton } from '#web/ui/link-button.tsx'

/** After a case was created: its number, with a link for those who may see it. */
export function tellCreated(created: Created): void {
  const say = words.cases.create
  if (!('subject' in created)) {
    tell(say.createdQuiet(created.number))
    return
  }
  tell(
    <Group justify="space-between" wrap="nowrap" gap="sm">
      <Text size="sm">{say.created(created.number)}</Text>
      <LinkButton
        size="compact-sm"
        variant="default"
        to="/cases/$number"
        params={{ number: String(created.number) }}
      >
        {say.open}
      </LinkButton>
    </Group>,
  )
}
