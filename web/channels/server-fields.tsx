import { Input, NumberInput, SegmentedControl, TextInput } from '@mantine/core'
import { useId } from 'react'
import { words } from '#web/platform/words.ts'
import { type ServerFields, type ServerUse, withSecurity } from './mail-server.ts'
import classes from './server-fields.module.css'
import { ServerPassword } from './server-password.tsx'

const say = words.channels.server

type Props = {
  use: ServerUse
  fields: ServerFields
  onChange: (fields: ServerFields) => void
  /** Is a password already kept on the server? */
  passwordSet: boolean
  /** It cannot be kept: the server or the user is another one now. */
  passwordNeeded: boolean
}

/** The fields of a mail server. */
export function ServerFieldSet({ use, fields, onChange, passwordSet, passwordNeeded }: Props) {
  const set = (change: Partial<ServerFields>) => onChange({ ...fields, ...change })
  return (
    <div className={classes.fields}>
      <TextInput
        className={classes.host}
        label={say.host}
        placeholder={say.hostPlaceholder[use]}
        required
        withAsterisk={false}
        maxLength={253}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        value={fields.host}
        onChange={event => set({ host: event.currentTarget.value })}
      />
      <NumberInput
        className={classes.port}
        label={say.port}
        required
        withAsterisk={false}
        min={1}
        max={65535}
        allowDecimal={false}
        hideControls
        value={fields.port}
        onChange={port => set({ port })}
      />
      <Encryption secure={fields.secure} onChange={secure => onChange(withSecurity(use, fields, secure))} />
      <TextInput
        className={classes.user}
        label={say.user}
        maxLength={254}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        value={fields.user}
        onChange={event => set({ user: event.currentTarget.value })}
      />
      <ServerPassword
        value={fields.password}
        onChange={password => set({ password })}
        isSet={passwordSet}
        needed={passwordNeeded}
      />
    </div>
  )
}

function Encryption({ secure, onChange }: { secure: boolean; onChange: (secure: boolean) => void }) {
  const id = useId()
  return (
    <div className={classes.security}>
      <Input.Label id={id} component="div">
        {say.security}
      </Input.Label>
      <SegmentedControl
        aria-labelledby={id}
        value={secure ? 'tls' : 'starttls'}
        onChange={value => onChange(value === 'tls')}
        data={[
          { value: 'tls', label: say.tls },
          { value: 'starttls', label: say.startTls },
        ]}
      />
    </div>
  )
}
