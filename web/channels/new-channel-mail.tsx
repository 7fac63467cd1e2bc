import { Radio, Stack, Switch, TextInput } from '@mantine/core'
import { words } from '#web/platform/words.ts'
import { SettingsSection } from '#web/ui/settings/settings-page.tsx'
import type { ChannelFields } from './channel-form.ts'
import classes from './new-channel-form.module.css'
import { ServerFieldSet } from './server-fields.tsx'

const { incoming, outgoing, options } = words.channels

type Props = { fields: ChannelFields; set: (change: Partial<ChannelFields>) => void }

/** For e-mail: how mail gets here, how replies leave, and what becomes of late messages. */
export function NewChannelMail({ fields, set }: Props) {
  return (
    <>
      <Incoming fields={fields} set={set} />
      <Outgoing fields={fields} set={set} />
      <SettingsSection title={options.title}>
        <Switch
          className={classes.choice}
          size="sm"
          label={options.late}
          description={options.lateHint}
          checked={fields.createOnLateMessage}
          onChange={event => set({ createOnLateMessage: event.currentTarget.checked })}
        />
      </SettingsSection>
    </>
  )
}

function Incoming({ fields, set }: Props) {
  return (
    <SettingsSection title={incoming.title}>
      <Radio.Group
        aria-label={incoming.title}
        value={fields.fetches ? 'imap' : 'delivery'}
        onChange={chosen => set({ fetches: chosen === 'imap' })}
      >
        <Stack gap="sm" className={classes.choice}>
          <Radio value="delivery" label={incoming.delivery} description={incoming.deliverySteps} />
          <Radio value="imap" label={incoming.imap} description={incoming.imapHint} />
        </Stack>
      </Radio.Group>
      {fields.fetches && (
        <div className={classes.choice}>
          <ServerFieldSet
            use="imap"
            fields={fields.imap}
            onChange={imap => set({ imap })}
            passwordSet={false}
            passwordNeeded={false}
          />
        </div>
      )}
    </SettingsSection>
  )
}

function Outgoing({ fields, set }: Props) {
  return (
    <SettingsSection title={outgoing.title}>
      <div className={classes.choice}>
        <TextInput
          label={options.senderName}
          description={options.senderNameHint}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          placeholder={options.senderNamePlaceholder}
          maxLength={80}
          autoComplete="off"
          value={fields.senderName}
          onChange={event => set({ senderName: event.currentTarget.value })}
        />
      </div>
      <Radio.Group
        aria-label={outgoing.server}
        value={fields.sends ? 'now' : 'later'}
        onChange={chosen => set({ sends: chosen === 'now' })}
      >
        <Stack gap="sm" className={classes.choice}>
          <Radio value="now" label={outgoing.now} description={outgoing.hint} />
          <Radio value="later" label={outgoing.later} description={outgoing.laterHint} />
        </Stack>
      </Radio.Group>
      {fields.sends && (
        <div className={classes.choice}>
          <ServerFieldSet
            use="smtp"
            fields={fields.smtp}
            onChange={smtp => set({ smtp })}
            passwordSet={false}
            passwordNeeded={false}
          />
        </div>
      )}
    </SettingsSection>
  )
}
