import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { ChannelSettings } from '#web/channels/channel-settings.tsx'
import { useChannelRights } from '#web/channels/use-channel-rights.ts'
import { NoAccess } from '#web/pages/no-access.tsx'
import { ChannelFrame } from './channel-frame.tsx'
import { Guarded } from './guarded.tsx'

const route = getRouteApi('/frame/settings/channels/$id')

/** /settings/channels/{id}. */
export default function ChannelPage() {
  const { id } = route.useParams()
  const navigate = useNavigate()
  const { settings } = useChannelRights()
  const leave = () => navigate({ to: '/settings/channels' })
  return (
    <Guarded by="/settings/channels">
      <ChannelFrame key={id} id={id}>
        {channel => (settings(id) ? <ChannelSettings channel={channel} onDeleted={leave} /> : <NoAccess />)}
      </ChannelFrame>
    </Guarded>
  )
}
