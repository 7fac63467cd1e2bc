import type { Channel } from '#domain/channels/wire.ts'
import { useTeams } from '#web/platform/directory.ts'
import { useGroups } from '#web/platform/groups.ts'
import { words } from '#web/platform/words.ts'
import { SelectSetting, SwitchSetting } from '#web/ui/settings/choice-settings.tsx'
import { SettingRow } from '#web/ui/settings/setting-row.tsx'
import { SettingsSection } from '#web/ui/settings/settings-page.tsx'
import { TextSetting } from '#web/ui/settings/text-setting.tsx'
import { ApiAddress } from './api-address.tsx'
import { DeleteChannel } from './delete-channel.tsx'
import { IncomingMail } from './incoming-mail.tsx'
import { OutgoingMail } from './outgoing-mail.tsx'
import { useChannelChange } from './use-channel-change.ts'
import { useChannelRights } from './use-channel-rights.ts'

const say = words.channels

type Props = { channel: Channel; onDeleted: () => Promise<void> }

/** One channel: what it is called, how messages come and leave, what becomes of them. */
export function ChannelSettings({ channel, onDeleted }: Props) {
  const { connections } = useChannelRights()
  return (
    <>
      <General channel={channel} />
      {channel.kind === 'email' && connections && <IncomingMail channel={channel} />}
      {channel.kind === 'email' && <OutgoingMail channel={channel} />}
      {channel.kind === 'api' && <ApiAddress channel={channel} />}
      <Options channel={channel} />
      <DeleteChannel channel={channel} onDeleted={onDeleted} />
    </>
  )
}

function General({ channel }: { channel: Channel }) {
  const change = useChannelChange(channel.id)
  const groups = useGroups()
  const choices = [
    { value: '', label: say.form.noGroup },
    ...groups.map(group => ({ value: group.id, label: group.name })),
  ]
  return (
    <SettingsSection>
      <TextSetting label={say.form.name} value={channel.name} limit={80} onSave={name => change({ name })} />
      {channel.address && (
        <SettingRow
          label={say.form.address}
          hint={say.form.addressFixed}
          width="text"
          control={<span>{channel.address}</span>}
        />
      )}
      <SelectSetting
        label={say.form.group}
        hint={say.form.groupHint}
        value={channel.group?.id ?? ''}
        choices={choices}
        onSave={id => change({ groupId: id === '' ? null : id })}
      />
    </SettingsSection>
  )
}

function Options({ channel }: { channel: Channel }) {
  const change = useChannelChange(channel.id)
  const teams = useTeams()
  const { options, kind } = channel
  const choices = [
    { value: '', label: say.options.noTeam },
    ...teams.map(team => ({ value: team.id, label: team.name })),
  ]
  return (
    <SettingsSection title={say.options.title}>
      {kind !== 'desk' && (
        <SwitchSetting
          label={say.options.late}
          hint={say.options.lateHint}
          on={options.createOnLateMessage}
          onSave={createOnLateMessage => change({ options: { createOnLateMessage } })}
        />
      )}
      <SelectSetting
        label={say.options.defaultTeam}
        hint={say.options.defaultTeamHint}
        value={options.defaultTeamId ?? ''}
        choices={choices}
        onSave={id => change({ options: { defaultTeamId: id === '' ? null : id } })}
      />
    </SettingsSection>
  )
}
