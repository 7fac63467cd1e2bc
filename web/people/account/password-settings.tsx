import { Button, Group, PasswordInput, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { tell } from '#web/platform/toasts.tsx'
import { words } from '#web/platform/words.ts'
import { Dialog } from '#web/ui/dialog.tsx'
import { FormError } from '#web/ui/form-error.tsx'
import { SettingRow } from '#web/ui/settings/setting-row.tsx'
import { changePassword } from './account-api.ts'
import { useCredentialsChanged } from './use-credentials-changed.ts'

const say = words.account.security

/** The password: one line, and the dialog that changes it. */
export function PasswordSettings() {
  const [open, setOpen] = useState(false)
  return (
    <>
      <SettingRow
        label={say.password}
        hint={say.passwordHint}
        control={
          <Button variant="default" onClick={() => setOpen(true)}>
            {say.change}
          </Button>
        }
      />
      {open && <ChangePassword onClose={() => setOpen(false)} />}
    </>
  )
}

function tooShort(value: string) {
  return value.length < 12 ? (words.refusals.PASSWORD_TOO_SHORT as string) : null
}

function ChangePassword({ onClose }: { onClose: () => void }) {
  const refresh = useCredentialsChanged()
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { current: '', next: '' },
    validate: { next: tooShort },
  })
  const act = useMutation({
    mutationFn: (values: { current: string; next: string }) => changePassword(values.current, values.next),
    onSuccess: () => {
      refresh()
      tell(say.changed)
      onClose()
    },
  })
  const field = { required: true, withAsterisk: false }
  return (
    <Dialog title={say.change} size={420} onClose={onClose}>
      <form onSubmit={form.onSubmit(values => act.mutate(values))}>
        <Stack gap="sm">
          <PasswordInput
            {...field}
            label={say.current}
            autoComplete="current-password"
            data-autofocus
            {...form.getInputProps('current')}
          />
          <PasswordInput
            {...field}
            label={say.next}
            description={say.nextHint}
            descriptionProps={{ size: 'sm' }}
            autoComplete="new-password"
            {...form.getInputProps('next')}
          />
          <FormError error={act.error} />
          <Group justify="flex-end" gap="xs" mt={4}>
            <Button variant="default" onClick={onClose}>
              {words.actions.cancel}
            </Button>
            <Button type="submit" loading={act.isPending}>
              {say.change}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
