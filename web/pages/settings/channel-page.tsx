import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { ChannelSettings } from '#web/channels/channel-settings.tsx'
import { ChannelFrame } from './channel-frame.tsx'
import { Guarded } from './guarded.tsx'

const route = getRouteApi('/frame/settings/channels/$id')

/** /settings/channels/{id}. */
export default function ChannelPage() {
  const { id } = route.useParams()
  const navigate = useNavigate()
  const leave = () => navigate({ to: '/settings/channels' })
  return (
    <Guarded by="/settings/channels">
      <ChannelFrame key={id} id={id}>
        {channel => <ChannelSettings channel={channel} onDeleted={leave} />}
      </ChannelFrame>
    </Guarded>
  )
}
