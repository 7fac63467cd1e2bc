import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { ReactNode } from 'react'
import { freshKey } from './api.ts'
import { sentenceOfError } from './sentences.ts'
import { words } from './words.ts'

/** Says that something was done. */
export function tell(message: ReactNode): void {
  notifications.show({ message, autoClose: 5_000 })
}

let lastUndo = ''

/** Says that something was done and offers to take it back, for ten seconds; only the latest act can be. */
export function tellWithUndo(message: string, undo: () => void): void {
  notifications.hide(lastUndo)
  const id = freshKey()
  lastUndo = id
  notifications.show({
    id,
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
