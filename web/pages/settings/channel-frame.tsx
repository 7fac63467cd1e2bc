import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Channel } from '#domain/channels/wire.ts'
import { healthInterval } from '#web/channels/mailbox-health.tsx'
import { useChannelRights } from '#web/channels/use-channel-rights.ts'
import { directory } from '#web/platform/directory.ts'
import { words } from '#web/platform/words.ts'
import { SettingsPage } from '#web/ui/settings/settings-page.tsx'
import { EmptyState, ErrorState, SkeletonRows } from '#web/ui/states.tsx'
import { TabLinks } from '#web/ui/tab-links.tsx'

const say = words.channels
const back = { to: '/settings/channels', label: words.settingsFrame.pages.channels }

/** What the pages of one channel share: finding it among those that one may manage, its title, its tabs. */
export function ChannelFrame({ id, children }: { id: string; children: (channel: Channel) => ReactNode }) {
  const { data, error, refetch } = useQuery({ ...directory.channels, refetchInterval: healthInterval })
  const rights = useChannelRights()
  const channel = data?.find(one => one.id === id && rights.pageOf(id))
  if (!channel) {
    if (error && !data) return <ErrorState error={error} retry={() => void refetch()} />
    if (!data) return <SkeletonRows rows={5} height={56} />
    return (
      <SettingsPage back={back}>
        <EmptyState title={say.gone} hint={say.goneHint} />
      </SettingsPage>
    )
  }
  const page = `/settings/channels/${id}`
  const hint = [say.kinds[channel.kind].name, channel.address].filter(Boolean).join(' · ')
  return (
    <SettingsPage title={channel.name} hint={hint} back={back}>
      <TabLinks
        label={channel.name}
        tabs={[
          ...(rights.settings(id) ? [{ to: page, label: say.pages.settings }] : []),
          ...(rights.access(id) ? [{ to: `${page}/access`, label: say.pages.access }] : []),
        ]}
      />
      {children(channel)}
    </SettingsPage>
  )
}
