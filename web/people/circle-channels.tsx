import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Reference } from '#domain/kernel/shapes.ts'
import { useMay } from '#web/platform/session.ts'
import { words } from '#web/platform/words.ts'
import { SettingRow } from '#web/ui/settings/setting-row.tsx'
import { SettingsSection } from '#web/ui/settings/settings-page.tsx'

const say = words.teamSettings.circles

/** The channels of a group; each is put there in its own settings. */
export function CircleChannels({ channels }: { channels: readonly Reference[] }) {
  const manages = useMay().hold('channels.manage')
  return (
    <SettingsSection title={say.channels} hint={say.channelsHint}>
      {channels.length === 0 && <SettingRow label={<span>{say.noChannels}</span>} />}
      {channels.map(channel => (
        <SettingRow
          key={channel.id}
          label={
            manages ? (
              <Anchor component={Link} to={`/settings/channels/${channel.id}`} c="inherit">
                {channel.name}
              </Anchor>
            ) : (
              channel.name
            )
          }
        />
      ))}
    </SettingsSection>
  )
}
