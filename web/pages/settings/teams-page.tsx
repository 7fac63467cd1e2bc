import { CirclesPage } from './circles-page.tsx'
import { Guarded } from './guarded.tsx'

/** /settings/teams. */
export default function TeamsPage() {
  return (
    <Guarded by="/settings/teams">
      <CirclesPage kind="team" />
    </Guarded>
  )
}
