import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { words } from '#web/platform/words.ts'
import { Dialog } from '#web/ui/dialog.tsx'
import { FormError } from '#web/ui/form-error.tsx'

const say = words.account.security

type Props<Answer> = {
  title: string
  hint: string
  verb: string
  danger?: boolean
  act: (password: string) => Promise<Answer>
  onDone: (answer: Answer) => void
  onClose: () => void
}

/** Asks for the password before something that decides who can sign in. */
export function PasswordDialog<Answer>(props: Props<Answer>) {
  const [password, setPassword] = useState('')
  const deed = useMutation({ mutationFn: props.act, onSuccess: props.onDone })
  return (
    <Dialog title={props.title} size={420} onClose={props.onClose}>
      <form
        onSubmit={event => {
          event.preventDefault()
          deed.mutate(password)
        }}
      >
        <Stack gap="sm">
          <Text c="dimmed">{props.hint}</Text>
          <PasswordInput
            label={say.confirm}
            autoComplete="current-password"
            required
            withAsterisk={false}
            data-autofocus
            value={password}
            onChange={event => setPassword(event.currentTarget.value)}
          />
          <FormError error={deed.error} />
          <Group justify="flex-end" gap="xs" mt={4}>
            <Button variant="default" onClick={props.onClose}>
              {words.actions.cancel}
            </Button>
            <Button type="submit" color={props.danger ? 'red.9' : 'accent'} loading={deed.isPending}>
              {props.verb}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
