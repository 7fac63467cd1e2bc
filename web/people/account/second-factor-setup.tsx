import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { verifyTotp } from '#web/people/api.ts'
import { words } from '#web/platform/words.ts'
import { CopyField } from '#web/ui/copy-field.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { FormError } from '#web/ui/form-error.tsx'
import { QrCode } from '#web/ui/qr-code.tsx'
import classes from './second-factor-setup.module.css'

const say = words.account.security

type Props = { uri: string; onVerified: () => void; onClose: () => void }

/** Scanning (or typing) the key into the app, and the first code that proves that it worked. */
export function SecondFactorSetup({ uri, onVerified, onClose }: Props) {
  const [code, setCode] = useState('')
  const act = useMutation({
    mutationFn: () => verifyTotp(code.replace(/\s/g, '')),
    onSuccess: onVerified,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    act.mutate()
  }
  return (
    <Dialog title={say.turnOnTitle} size={520} onClose={onClose}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <Scan uri={uri} />
          <TextInput
            label={say.code}
            inputMode="numeric"
            autoComplete="one-time-code"
            required
            withAsterisk={false}
            data-autofocus
            maw={220}
            value={code}
            onChange={event => setCode(event.currentTarget.value)}
          />
          <FormError error={act.error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {words.actions.cancel}
            </Button>
            <Button type="submit" loading={act.isPending}>
              {say.verify}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}

function Scan({ uri }: { uri: string }) {
  return (
    <div className={classes.scan}>
      <QrCode text={uri} label={say.qr} size={168} />
      <div className={classes.words}>
        <div>
          <Text fw={600}>{say.scan}</Text>
          <Text size="xs" c="dimmed">
            {say.scanHint}
          </Text>
        </div>
        <CopyField label={say.manual} value={secretOf(uri)} />
      </div>
    </div>
  )
}

/** The key within an otpauth address, in fours so that it can be typed. */
function secretOf(uri: string): string {
  const secret = new URL(uri).searchParams.get('secret') ?? ''
  return secret.replace(/(.{4})(?=.)/g, '$1 ')
}
