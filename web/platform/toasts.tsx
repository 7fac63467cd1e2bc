import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { ReactNode } from 'react'
import { sentenceOfError } from './sentences.ts'
import { words } from './words.ts'

/** Says that something was done. */
export function tell(message: ReactNode): void {
  notifications.show({ message, autoClose: 5_000 })
}

/** Says that something was done and offers to take it back, for ten seconds. */
export function tellWithUndo(message: string, undo: () => void): void {
  const id = notifications.show({
    autoClose: 10_000,
    message: (
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text size="sm">{message}</Text>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            notifications.hide(id)
            undo()
          }}
        >
          {words.actions.undo}
        </Button>
      </Group>
    ),
  })
}

/** Says why something did not happen; stays until it is closed or ten seconds are over. */
export function tellRefusal(error: unknown): void {
  notifications.show({ message: sentenceOfError(error), color: 'red', autoClose: 10_000, role: 'alert' })
}

/** Says why a command cannot be done just now. */
export function tellWhyNot(reason: string): void {
  notifications.show({ id: 'why-not', message: reason, color: 'gray', autoClose: 6_000 })
}
