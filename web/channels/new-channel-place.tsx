import { useTeams } from '#web/platform/directory.ts'
import { useGroups } from '#web/platform/groups.ts'
import { words } from '#web/platform/words.ts'
import { ChoiceSelect } from '#web/ui/choice-select.tsx'
import type { ChannelFields } from './channel-form.ts'

const { form: say, options } = words.channels

type Props = { fields: ChannelFields; set: (change: Partial<ChannelFields>) => void }

/** To which group the channel belongs, and which team gets what nobody routed. */
export function NewChannelPlace({ fields, set }: Props) {
  const choices = (none: string, all: { id: string; name: string }[]) => [
    { value: '', label: none },
    ...all.map(one => ({ value: one.id, label: one.name })),
  ]
  return (
    <>
      <ChoiceSelect
        label={say.group}
        value={fields.groupId}
        choices={choices(say.noGroup, useGroups())}
        onChange={groupId => set({ groupId })}
      />
      <ChoiceSelect
        label={options.defaultTeam}
        value={fields.defaultTeamId}
        choices={choices(options.noTeam, useTeams())}
        onChange={defaultTeamId => set({ defaultTeamId })}
      />
    </>
  )
}
