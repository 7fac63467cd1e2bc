import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { PersonSettings } from '#web/people/person-settings.tsx'
import { directory } from '#web/platform/directory.ts'
import { words } from '#web/platform/words.ts'
import { SettingsPage } from '#web/ui/settings/settings-page.tsx'
import { EmptyState, ErrorState, SkeletonRows } from '#web/ui/states.tsx'
import { Guarded } from './guarded.tsx'

const route = getRouteApi('/frame/settings/people/$id')
const back = { to: '/settings/people', label: words.settingsFrame.pages.people }

/** /settings/people/{id}: one person. */
export default function PersonPage() {
  const { id } = route.useParams()
  return (
    <Guarded by="/settings/people">
      <Person key={id} id={id} />
    </Guarded>
  )
}

function Person({ id }: { id: string }) {
  const { data, error, refetch } = useQuery(directory.users)
  const user = data?.find(one => one.id === id)
  if (user) {
    return (
      <SettingsPage title={user.name} hint={user.email} back={back}>
        <PersonSettings user={user} />
      </SettingsPage>
    )
  }
  if (error) return <ErrorState error={error} retry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={4} height={56} />
  return (
    <SettingsPage back={back}>
      <EmptyState title={words.teamSettings.people.gone} hint={words.pages.noAccessHint} />
    </SettingsPage>
  )
}
