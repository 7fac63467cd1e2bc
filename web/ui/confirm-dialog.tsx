import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { words } from '#web/platform/words.ts'
import { Dialog } from './dialog.tsx'
import { FormError } from './form-error.tsx'

type Props = {
  title: string
  /** What will be so afterwards. */
  hint: ReactNode
  /** The word on the button: the verb of the act. */
  verb: string
  danger?: boolean
  /** For what cannot be undone: the text that has to be typed first, with its label. */
  typed?: { text: string; label: string }
  act: () => Promise<unknown>
  onDone?: () => void
  onClose: () => void
  /** What to do about a refusal, where this place knows more than its sentence. */
  advice?: (error: unknown) => ReactNode
}

/** Asks once more before something weighty; a refusal is shown here, with nothing changed. */
export function ConfirmDialog({ title, hint, verb, danger, typed, act, onDone, onClose, advice }: Props) {
  const [text, setText] = useState('')
  const deed = useMutation({
    mutationFn: act,
    onSuccess: () => {
      onClose()
      onDone?.()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    deed.mutate()
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Text c="dimmed">{hint}</Text>
          {typed && <TypedField label={typed.label} text={text} onType={setText} />}
          <FormError error={deed.error} />
          {deed.error && advice && <Text size="xs">{advice(deed.error)}</Text>}
          <Group justify="flex-end" gap="xs" mt={4}>
            <Button variant="default" onClick={onClose}>
              {words.actions.cancel}
            </Button>
            <Button
              type="submit"
              color={danger ? 'red.9' : 'accent'}
              loading={deed.isPending}
              disabled={typed !== undefined && text.trim() !== typed.text.trim()}
              data-autofocus={typed === undefined || undefined}
            >
              {verb}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}

function TypedField({
  label,
  text,
  onType,
}: {
  label: string
  text: string
  onType: (text: string) => void
}) {
  return (
    <TextInput
      label={label}
      value={text}
      autoComplete="off"
      data-autofocus
      onChange={event => onType(event.currentTarget.value)}
    />
  )
}
