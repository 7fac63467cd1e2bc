import { getRouteApi } from '@tanstack/react-router'
import { AccessList } from '#web/channels/access-list.tsx'
import { ChannelFrame } from './channel-frame.tsx'
import { Guarded } from './guarded.tsx'

const route = getRouteApi('/frame/settings/channels/$id/access')

/** /settings/channels/{id}/access: who gets how far in it. */
export default function ChannelAccessPage() {
  const { id } = route.useParams()
  return (
    <Guarded by="/settings/channels">
      <ChannelFrame key={id} id={id}>
        {channel => <AccessList channel={channel} />}
      </ChannelFrame>
    </Guarded>
  )
}
