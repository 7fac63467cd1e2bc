import { Anchor, Input, PasswordInput } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useState } from 'react'
import { words } from '#web/platform/words.ts'
import classes from './server-fields.module.css'

const say = words.channels.server

type Props = { value: string; onChange: (password: string) => void; isSet: boolean; needed: boolean }

/** A password that can be set but never seen again: it says that one is set, and lets it be replaced. */
export function ServerPassword({ value, onChange, isSet, needed }: Props) {
  const [replacing, setReplacing] = useState(false)
  if (isSet && !replacing && !needed) {
    return (
      <div className={classes.password}>
        <Input.Label component="div">{say.password}</Input.Label>
        <div className={classes.set}>
          <IconLock size={14} stroke={1.7} aria-hidden />
          <span>{words.settingsFrame.passwordSet}</span>
          <Anchor component="button" type="button" size="xs" onClick={() => setReplacing(true)}>
            {words.settingsFrame.replace}
          </Anchor>
        </div>
      </div>
    )
  }
  const keep = () => {
    onChange('')
    setReplacing(false)
  }
  return (
    <div className={classes.password}>
      <PasswordInput
        label={say.password}
        description={needed ? say.passwordAgain : say.passwordHint}
        descriptionProps={{ size: 'sm' }}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        autoComplete="new-password"
        maxLength={1024}
        required={needed}
        withAsterisk={false}
        autoFocus={replacing}
        value={value}
        onChange={event => onChange(event.currentTarget.value)}
      />
      {replacing && !needed && (
        <Anchor component="button" type="button" size="xs" onClick={keep}>
          {words.settingsFrame.keep}
        </Anchor>
      )}
    </div>
  )
}
