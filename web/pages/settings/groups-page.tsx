import { CirclesPage } from './circles-page.tsx'
import { Guarded } from './guarded.tsx'

/** /settings/groups. */
export default function GroupsPage() {
  return (
    <Guarded by="/settings/groups">
      <CirclesPage kind="group" />
    </Guarded>
  )
}
