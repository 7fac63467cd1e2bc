import { getRouteApi } from '@tanstack/react-router'
import { PeopleList } from '#web/people/people-list.tsx'
import { Guarded } from './guarded.tsx'
import { PeopleFrame } from './people-frame.tsx'

const route = getRouteApi('/frame/settings/people')

/** /settings/people: everybody in the workspace. */
export default function PeoplePage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <Guarded by="/settings/people">
      <PeopleFrame>
        <PeopleList search={search} onSearch={next => void navigate({ search: next, replace: true })} />
      </PeopleFrame>
    </Guarded>
  )
}
