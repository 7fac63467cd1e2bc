import { Anchor, Button, Stack, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { words } from '#web/platform/words.ts'
import { FormError } from '#web/ui/form-error.tsx'
import { verifyBackupCode, verifyTotp } from './api.ts'

const say = words.people.signIn

/** The second step of signing in: a code of the app, or one of the backup codes. */
export function SecondFactorForm({ onDone, onStartOver }: { onDone: () => void; onStartOver: () => void }) {
  const [backup, setBackup] = useState(false)
  const [code, setCode] = useState('')
  const act = useMutation({
    mutationFn: () => (backup ? verifyBackupCode(code.trim()) : verifyTotp(code.replace(/\s/g, ''))),
    onSuccess: onDone,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    act.mutate()
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Text c="dimmed">{backup ? say.backupHint : say.codeHint}</Text>
        <CodeInput backup={backup} value={code} onChange={setCode} />
        <FormError error={act.error} />
        <Button type="submit" size="sm" loading={act.isPending}>
          {say.verify}
        </Button>
        <Anchor component="button" type="button" size="xs" ta="start" onClick={() => setBackup(!backup)}>
          {backup ? say.useApp : say.useBackup}
        </Anchor>
        <Anchor component="button" type="button" size="xs" ta="start" onClick={onStartOver}>
          {say.startOver}
        </Anchor>
      </Stack>
    </form>
  )
}

function CodeInput(props: { backup: boolean; value: string; onChange: (code: string) => void }) {
  return (
    <TextInput
      key={String(props.backup)}
      size="sm"
      label={props.backup ? say.backupCode : say.code}
      inputMode={props.backup ? 'text' : 'numeric'}
      autoComplete="one-time-code"
      autoFocus
      required
      withAsterisk={false}
      value={props.value}
      onChange={event => props.onChange(event.currentTarget.value)}
    />
  )
}
