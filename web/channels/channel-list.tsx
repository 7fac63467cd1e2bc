import type { Icon } from '@tabler/icons-react'
import { IconCode, IconHeadset, IconMail } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { ChannelKind } from '#domain/channels/kinds.ts'
import type { Channel } from '#domain/channels/wire.ts'
import { directory } from '#web/platform/directory.ts'
import { words } from '#web/platform/words.ts'
import { Thing, ThingList } from '#web/ui/settings/thing-list.tsx'
import { EmptyState, ErrorState, SkeletonRows } from '#web/ui/states.tsx'
import { healthInterval, MailboxHealth } from './mailbox-health.tsx'
import { useChannelRights } from './use-channel-rights.ts'

const say = words.channels

/** The picture of each kind. */
export const kindIcons: Record<ChannelKind, Icon> = { email: IconMail, desk: IconHeadset, api: IconCode }

/** The channels that this person manages. `action` is offered where there are none yet. */
export function ChannelList({ action }: { action: ReactNode }) {
  const { pageOf } = useChannelRights()
  const { data, error, refetch } = useQuery({ ...directory.channels, refetchInterval: healthInterval })
  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={4} height={48} />
  const channels = data.filter(channel => pageOf(channel.id))
  if (channels.length === 0) return <EmptyState title={say.empty} hint={say.emptyHint} action={action} />
  return (
    <ThingList label={words.settingsFrame.pages.channels}>
      {channels.map(channel => (
        <Row key={channel.id} channel={channel} to={pageOf(channel.id) ?? ''} />
      ))}
    </ThingList>
  )
}

function Row({ channel, to }: { channel: Channel; to: string }) {
  const Picture = kindIcons[channel.kind]
  const facts = [say.kinds[channel.kind].name, channel.address, channel.group?.name].filter(Boolean)
  return (
    <Thing
      to={to}
      picture={<Picture size={20} stroke={1.5} aria-hidden />}
      name={channel.name}
      sub={facts.join(' · ')}
      facts={channel.kind === 'email' && <MailboxHealth channel={channel} />}
    />
  )
}
