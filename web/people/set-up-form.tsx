import { Button, Checkbox, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { freshKey } from '#web/platform/api.ts'
import { fieldErrors } from '#web/platform/sentences.ts'
import { words } from '#web/platform/words.ts'
import { FormError } from '#web/ui/form-error.tsx'
import { setUp } from './api.ts'

const say = words.people.setup
const initialValues = { workspace: '', name: '', email: '', password: '', sample: false }

/** The first start: workspace, owner, and whether to fill it with a made-up company. */
export function SetUpForm({ code, onDone }: { code: string; onDone: () => void }) {
  const [key] = useState(freshKey)
  const form = useForm({
    mode: 'uncontrolled',
    initialValues,
    validate: {
      password: value => (value.length < 12 ? (words.refusals.PASSWORD_TOO_SHORT as string) : null),
    },
  })
  const act = useMutation({
    mutationFn: (values: typeof initialValues) => setUp({ ...values, code }, key),
    onSuccess: onDone,
    onError: error => form.setErrors(fieldErrors(error)),
  })
  const field = (name: 'workspace' | 'name' | 'email' | 'password') => ({
    size: 'sm',
    required: true,
    withAsterisk: false,
    label: say[name],
    ...form.getInputProps(name),
  })
  return (
    <form onSubmit={form.onSubmit(values => act.mutate(values))}>
      <Stack gap="sm">
        <TextInput
          {...field('workspace')}
          description={say.workspaceHint}
          autoFocus
          autoComplete="organization"
        />
        <TextInput {...field('name')} autoComplete="name" />
        <TextInput {...field('email')} type="email" autoComplete="username" />
        <PasswordInput {...field('password')} description={say.passwordHint} autoComplete="new-password" />
        <Checkbox
          mt={4}
          label={say.sample}
          description={say.sampleHint}
          {...form.getInputProps('sample', { type: 'checkbox' })}
        />
        <FormError error={act.error} />
        <Button type="submit" size="sm" loading={act.isPending}>
          {say.submit}
        </Button>
      </Stack>
    </form>
  )
}
