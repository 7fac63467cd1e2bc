import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { words } from '#web/platform/words.ts'
import { KeyHint } from '#web/ui/key-hint.tsx'
import { StatusMark } from '#web/ui/status-mark.tsx'
import classes from './composer.module.css'

const say = words.conversations.reply

/** A status that can be set in the same act as sending. */
export type SendChoice = 'waiting' | 'resolved' | 'on_hold'

type Props = {
  choices: readonly SendChoice[]
  busy: boolean
  empty: boolean
  onSend: (status?: SendChoice) => void
}

/** Send; beside it, sending together with a new status in one click (ST-02). */
export function SendButton({ choices, busy, empty, onSend }: Props) {
  return (
    <Button.Group className={classes.send ?? ''}>
      <Button
        loading={busy}
        disabled={empty}
        onClick={() => onSend()}
        rightSection={<KeyHint keys="mod+enter" />}
      >
        {say.send}
      </Button>
      {choices.length > 0 && (
        <Menu position="top-end">
          <Menu.Target>
            <Button disabled={empty || busy} aria-label={say.choices} px={7} className={classes.split ?? ''}>
              <IconChevronDown size={14} stroke={2} />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {choices.map(choice => (
              <Menu.Item
                key={choice}
                leftSection={<StatusMark status={choice} />}
                onClick={() => onSend(choice)}
              >
                {say.sendAnd[choice]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </Button.Group>
  )
}
