import { getRouteApi } from '@tanstack/react-router'
import { CirclePage } from './circle-page.tsx'
import { Guarded } from './guarded.tsx'

const route = getRouteApi('/frame/settings/groups/$id')

/** /settings/groups/{id}. */
export default function GroupPage() {
  const { id } = route.useParams()
  return (
    <Guarded by="/settings/groups">
      <CirclePage key={id} kind="group" id={id} />
    </Guarded>
  )
}
