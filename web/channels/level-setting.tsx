import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { type ReactNode, useId } from 'react'
import { type AccessLevel, accessLevels } from '#domain/people/access-level.ts'
import { words } from '#web/platform/words.ts'
import { ChoiceSelect } from '#web/ui/choice-select.tsx'
import { SettingRow } from '#web/ui/settings/setting-row.tsx'
import { useSaving } from '#web/ui/settings/use-saving.ts'
import type { Subject } from './access.ts'
import { useAccessChange } from './use-access.ts'

const { levels, access: say } = words.channels

type Props = {
  channelId: string
  subject: Subject
  level: AccessLevel
  label: ReactNode
  hint?: ReactNode
  /** The name of a person who can be taken out of the list. */
  removable?: string
}

/** The level of one role or person, saved at once. */
export function LevelSetting({ channelId, subject, level, label, hint, removable }: Props) {
  const id = useId()
  const change = useAccessChange(channelId)
  const { saving, run, hoped } = useSaving((next: AccessLevel | null) => change({ subject, level: next }))
  // A level by name adds to the role's, so No Access would be a word without effect there.
  const offered = accessLevels.filter(one => !removable || one !== 'no_access' || level === one)
  return (
    <SettingRow
      label={label}
      hint={hint}
      controlId={id}
      width="field"
      saving={saving}
      control={
        <>
          <ChoiceSelect<AccessLevel>
            id={id}
            value={hoped(level) ?? level}
            onChange={next => next !== level && run(next)}
            choices={offered.map(one => ({ value: one, label: levels[one].name, hint: levels[one].hint }))}
          />
          {removable && (
            <ActionIcon
              aria-label={say.remove(removable)}
              title={say.remove(removable)}
              onClick={() => run(null)}
            >
              <IconX size={15} stroke={1.7} />
            </ActionIcon>
          )}
        </>
      }
    />
  )
}
