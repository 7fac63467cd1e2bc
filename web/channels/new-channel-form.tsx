import { Button, Group, TextInput } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import type { ChannelKind } from '#domain/channels/kinds.ts'
import type { Channel } from '#domain/channels/wire.ts'
import { keys } from '#web/platform/keys.ts'
import { fieldErrors } from '#web/platform/sentences.ts'
import { useFormPost } from '#web/platform/use-form-post.ts'
import { words } from '#web/platform/words.ts'
import { FormError } from '#web/ui/form-error.tsx'
import { SettingsSection } from '#web/ui/settings/settings-page.tsx'
import { type ChannelFields, emptyChannel, newChannelOf, withKind, wrongAddress } from './channel-form.ts'
import { createChannel } from './channels-api.ts'
import { KindChoice } from './kind-choice.tsx'
import classes from './new-channel-form.module.css'
import { NewChannelMail } from './new-channel-mail.tsx'
import { NewChannelPlace } from './new-channel-place.tsx'

const say = words.channels.form

type Props = {
  kind: ChannelKind
  onKind: (kind: ChannelKind) => void
  onMade: (channel: Channel) => Promise<void>
  onCancel: () => void
}

/** A new channel: its kind, its name, and for e-mail how mail comes and leaves. */
export function NewChannelForm({ kind, onKind, onMade, onCancel }: Props) {
  const client = useQueryClient()
  const form = useForm<ChannelFields>({
    initialValues: emptyChannel(kind),
    validate: values => (wrongAddress(values) ? { address: wrongAddress(values) } : {}),
  })
  const send = (values: ChannelFields, key: string) => createChannel(newChannelOf(values), key)
  const act = useFormPost(send, {
    onSuccess: channel => {
      client.setQueryData<Channel[]>(keys.channels, all => (all ? [...all, channel] : all))
      for (const queryKey of [keys.channels, keys.me, keys.groups])
        void client.invalidateQueries({ queryKey })
      void onMade(channel)
    },
    onError: error => form.setErrors(fieldErrors(error)),
  })
  const choose = (next: ChannelKind) => {
    form.setValues(withKind(form.values, next))
    onKind(next)
  }
  const set = (change: Partial<ChannelFields>) => form.setValues(change)
  return (
    <form onSubmit={form.onSubmit(values => act.mutate(values))}>
      <SettingsSection title={say.kind} plain>
        <KindChoice value={form.values.kind} onChange={choose} />
      </SettingsSection>
      <SettingsSection title={say.named} plain>
        <div className={classes.fields}>
          <NameFields kind={form.values.kind} input={form.getInputProps} />
          <NewChannelPlace fields={form.values} set={set} />
        </div>
      </SettingsSection>
      {form.values.kind === 'email' && <NewChannelMail fields={form.values} set={set} />}
      <FormError error={act.error} />
      <Group gap="xs" justify="flex-end" mt="md">
        <Button variant="default" onClick={onCancel}>
          {words.actions.cancel}
        </Button>
        <Button type="submit" loading={act.isPending}>
          {say.submit}
        </Button>
      </Group>
    </form>
  )
}

type NameProps = { kind: ChannelKind; input: UseFormReturnType<ChannelFields>['getInputProps'] }

function NameFields({ kind, input }: NameProps) {
  return (
    <>
      <TextInput
        label={say.name}
        placeholder={say.namePlaceholder[kind]}
        required
        withAsterisk={false}
        maxLength={80}
        autoComplete="off"
        autoFocus
        {...input('name')}
      />
      {kind === 'email' && (
        <TextInput
          type="email"
          label={say.address}
          description={say.addressHint}
          descriptionProps={{ size: 'sm' }}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          placeholder="support@example.com"
          required
          withAsterisk={false}
          autoComplete="off"
          {...input('address')}
        />
      )}
    </>
  )
}
