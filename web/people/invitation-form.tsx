import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { freshKey } from '#web/platform/api.ts'
import { fieldErrors } from '#web/platform/sentences.ts'
import { words } from '#web/platform/words.ts'
import { FormError } from '#web/ui/form-error.tsx'
import { acceptInvitation } from './api.ts'

const initialValues = { name: '', password: '' }

/** The invited person chooses a name and a password. */
export function InvitationForm({ token, onDone }: { token: string; onDone: () => void }) {
  const [key] = useState(freshKey)
  const form = useForm({
    mode: 'uncontrolled',
    initialValues,
    validate: {
      password: value => (value.length < 12 ? (words.refusals.PASSWORD_TOO_SHORT as string) : null),
    },
  })
  const act = useMutation({
    mutationFn: (values: typeof initialValues) => acceptInvitation({ ...values, token }, key),
    onSuccess: onDone,
    onError: error => form.setErrors(fieldErrors(error)),
  })
  const shared = { size: 'sm', required: true, withAsterisk: false }
  return (
    <form onSubmit={form.onSubmit(values => act.mutate(values))}>
      <Stack gap="sm">
        <TextInput
          {...shared}
          label={words.people.setup.name}
          autoComplete="name"
          autoFocus
          {...form.getInputProps('name')}
        />
        <PasswordInput
          {...shared}
          label={words.people.setup.password}
          description={words.people.setup.passwordHint}
          autoComplete="new-password"
          {...form.getInputProps('password')}
        />
        <FormError error={act.error} />
        <Button type="submit" size="sm" loading={act.isPending}>
          {words.people.invitation.submit}
        </Button>
      </Stack>
    </form>
  )
}
