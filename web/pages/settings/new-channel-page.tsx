import { getRouteApi } from '@tanstack/react-router'
import { NewChannelForm } from '#web/channels/new-channel-form.tsx'
import { useChannelRights } from '#web/channels/use-channel-rights.ts'
import { NoAccess } from '#web/pages/no-access.tsx'
import { words } from '#web/platform/words.ts'
import { SettingsPage } from '#web/ui/settings/settings-page.tsx'

const route = getRouteApi('/frame/settings/channels/new')
const place = '/settings/channels'

/** /settings/channels/new: only for those who manage all channels. */
export default function NewChannelPage() {
  const { kind = 'email' } = route.useSearch()
  const navigate = route.useNavigate()
  if (!useChannelRights().create) return <NoAccess />
  return (
    <SettingsPage
      title={words.channels.form.title}
      hint={words.channels.form.later}
      back={{ to: place, label: words.settingsFrame.pages.channels }}
    >
      <NewChannelForm
        kind={kind}
        onKind={next => void navigate({ search: { kind: next }, replace: true })}
        onMade={channel => navigate({ to: `${place}/${channel.id}` })}
        onCancel={() => void navigate({ to: place })}
      />
    </SettingsPage>
  )
}
