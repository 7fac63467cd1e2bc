import { useQuery } from '@tanstack/react-query'
import type { AccessEntry, Channel } from '#domain/channels/wire.ts'
import { accessLevels } from '#domain/people/access-level.ts'
import { words } from '#web/platform/words.ts'
import { SettingRow } from '#web/ui/settings/setting-row.tsx'
import { SettingsSection } from '#web/ui/settings/settings-page.tsx'
import { ErrorState, SkeletonRows } from '#web/ui/states.tsx'
import { levelOf, listedRoles } from './access.ts'
import { AccessPeople } from './access-people.tsx'
import { accessQuery } from './channels-api.ts'
import { LevelSetting } from './level-setting.tsx'

const say = words.channels.access

/** Who gets how far in a channel: by role, by name, and what the levels mean (AX-14). */
export function AccessList({ channel }: { channel: Channel }) {
  const { data, error, refetch } = useQuery(accessQuery(channel.id))
  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={6} height={56} />
  return (
    <>
      <ByRole channel={channel} entries={data} />
      <AccessPeople channel={channel} entries={data} />
      <SettingsSection title={say.meaning}>
        {accessLevels.map(level => (
          <SettingRow
            key={level}
            label={words.channels.levels[level].name}
            hint={words.channels.levels[level].hint}
          />
        ))}
      </SettingsSection>
    </>
  )
}

function ByRole({ channel, entries }: { channel: Channel; entries: readonly AccessEntry[] }) {
  return (
    <SettingsSection title={say.roles} hint={say.hint}>
      {listedRoles.map(role => (
        <LevelSetting
          key={role}
          channelId={channel.id}
          subject={{ kind: 'role', role }}
          level={levelOf(entries, { kind: 'role', role })}
          label={words.people.roles[role]}
          hint={words.teamSettings.roleHints[role]}
        />
      ))}
    </SettingsSection>
  )
}
