import { Radio, Stack, Switch, TextInput } from '@mantine/core'
import { useId } from 'react'
import { words } from '#web/platform/words.ts'
import { SettingRow } from '#web/ui/settings/setting-row.tsx'
import { SettingsSection } from '#web/ui/settings/settings-page.tsx'
import type { ChannelFields } from './channel-form.ts'
import classes from './new-channel-form.module.css'
import { ServerFieldSet } from './server-fields.tsx'

const { incoming, outgoing, options } = words.channels

type Props = { fields: ChannelFields; set: (change: Partial<ChannelFields>) => void }

/** For e-mail: how mail gets here, how replies leave, and what becomes of late messages. */
export function NewChannelMail({ fields, set }: Props) {
  const late = useId()
  return (
    <>
      <Incoming fields={fields} set={set} />
      <Outgoing fields={fields} set={set} />
      <SettingsSection title={options.title}>
        <SettingRow
          label={options.late}
          hint={options.lateHint}
          controlId={late}
          control={
            <Switch
              id={late}
              size="sm"
              aria-describedby={`${late}-hint`}
              checked={fields.createOnLateMessage}
              onChange={event => set({ createOnLateMessage: event.currentTarget.checked })}
            />
          }
        />
      </SettingsSection>
    </>
  )
}

const own = { size: 'sm', classNames: { description: classes.hint } }

function Incoming({ fields, set }: Props) {
  return (
    <SettingsSection title={incoming.title}>
      <Radio.Group
        aria-label={incoming.title}
        value={fields.fetches ? 'imap' : 'delivery'}
        onChange={chosen => set({ fetches: chosen === 'imap' })}
      >
        <Stack gap="sm" className={classes.choice}>
          <Radio {...own} value="delivery" label={incoming.delivery} description={incoming.deliverySteps} />
          <Radio {...own} value="imap" label={incoming.imap} description={incoming.imapHint} />
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
          descriptionProps={{ size: 'sm' }}
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
          <Radio {...own} value="now" label={outgoing.now} description={outgoing.hint} />
          <Radio {...own} value="later" label={outgoing.later} description={outgoing.laterHint} />
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
