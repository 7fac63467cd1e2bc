import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Token } from '#domain/people/wire.ts'
import { now } from '#web/platform/clock.ts'
import { keys } from '#web/platform/keys.ts'
import { fieldErrors } from '#web/platform/sentences.ts'
import { useFormPost } from '#web/platform/use-form-post.ts'
import { words } from '#web/platform/words.ts'
import { ChoiceSelect } from '#web/ui/choice-select.tsx'
import { CopyField } from '#web/ui/copy-field.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { FormError } from '#web/ui/form-error.tsx'
import { createToken } from './account-api.ts'

const say = words.account.tokens
const spans = ['0', '30', '90', '365'] as const
type Span = (typeof spans)[number]
type Values = { name: string; span: Span }

/** A new API token; afterwards shows its value, which is never shown again. */
export function NewTokenDialog({ onClose }: { onClose: () => void }) {
  const [made, setMade] = useState<Token | null>(null)
  if (made) {
    return (
      <Dialog key="made" title={say.made} size={520} onClose={onClose} stays>
        <Stack gap="sm">
          <Text c="dimmed">{say.madeHint}</Text>
          <CopyField first label={say.value} value={made.value ?? ''} />
          <CopyField label={say.usage} value={`Authorization: Bearer ${made.value ?? ''}`} />
          <Group justify="flex-end" mt={4}>
            <Button onClick={onClose}>{words.settingsFrame.done}</Button>
          </Group>
        </Stack>
      </Dialog>
    )
  }
  return (
    <Dialog key="form" title={say.create} size={420} onClose={onClose}>
      <TokenForm onMade={setMade} onCancel={onClose} />
    </Dialog>
  )
}

function TokenForm({ onMade, onCancel }: { onMade: (token: Token) => void; onCancel: () => void }) {
  // Fixed when the form opens, so that sending it once more asks for exactly the same.
  const [opened] = useState(now)
  const client = useQueryClient()
  const form = useForm({ initialValues: { name: '', span: '90' } as Values })
  const send = (values: Values, key: string) => createToken(wanted(values, opened), key)
  const act = useFormPost(send, {
    onSuccess: token => {
      void client.invalidateQueries({ queryKey: keys.tokens })
      onMade(token)
    },
    onError: error => form.setErrors(fieldErrors(error)),
  })
  return (
    <form onSubmit={form.onSubmit(values => act.mutate(values))}>
      <Stack gap="sm">
        <TextInput
          label={say.name}
          placeholder={say.namePlaceholder}
          required
          withAsterisk={false}
          maxLength={80}
          autoComplete="off"
          data-autofocus
          {...form.getInputProps('name')}
        />
        <ChoiceSelect<Span>
          label={say.expires}
          value={form.values.span}
          onChange={span => form.setFieldValue('span', span)}
          choices={spans.map(span => ({
            value: span,
            label: span === '0' ? say.never : say.inDays(Number(span)),
          }))}
        />
        <FormError error={act.error} />
        <Group justify="flex-end" gap="xs" mt={4}>
          <Button variant="default" onClick={onCancel}>
            {words.actions.cancel}
          </Button>
          <Button type="submit" loading={act.isPending}>
            {words.settingsFrame.create}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function wanted({ name, span }: Values, from: Date) {
  if (span === '0') return { name }
  return { name, expiresAt: new Date(from.getTime() + Number(span) * 86_400_000).toISOString() }
}
