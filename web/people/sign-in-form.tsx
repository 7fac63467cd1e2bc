import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { words } from '#web/platform/words.ts'
import { FormError } from '#web/ui/form-error.tsx'
import { signIn } from './api.ts'

const say = words.people.signIn

/** E-mail and password; tells whether a second factor is wanted. */
export function SignInForm({ onDone }: { onDone: (secondFactor: boolean) => void }) {
  const form = useForm({ mode: 'uncontrolled', initialValues: { email: '', password: '' } })
  const act = useMutation({
    mutationFn: (values: { email: string; password: string }) => signIn(values.email.trim(), values.password),
    onSuccess: answer => onDone(answer.twoFactorRedirect === true),
  })
  return (
    <form onSubmit={form.onSubmit(values => act.mutate(values))}>
      <Stack gap="sm">
        <TextInput
          size="sm"
          label={say.email}
          type="email"
          autoComplete="username"
          autoFocus
          required
          withAsterisk={false}
          {...form.getInputProps('email')}
        />
        <PasswordInput
          size="sm"
          label={say.password}
          autoComplete="current-password"
          required
          withAsterisk={false}
          {...form.getInputProps('password')}
        />
        <FormError error={act.error} />
        <Button type="submit" size="sm" loading={act.isPending}>
          {say.submit}
        </Button>
        <Text size="xs" c="dimmed">
          {say.forgotten}
        </Text>
      </Stack>
    </form>
  )
}
