import { getRouteApi } from '@tanstack/react-router'
import { CirclePage } from './circle-page.tsx'
import { Guarded } from './guarded.tsx'

const route = getRouteApi('/frame/settings/teams/$id')

/** /settings/teams/{id}. */
export default function TeamPage() {
  const { id } = route.useParams()
  return (
    <Guarded by="/settings/teams">
      <CirclePage key={id} kind="team" id={id} />
    </Guarded>
  )
}
