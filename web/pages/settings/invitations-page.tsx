import { InvitationList } from '#web/people/invitation-list.tsx'
import { Guarded } from './guarded.tsx'
import { PeopleFrame } from './people-frame.tsx'

/** /settings/people/invitations: those that nobody used yet. */
export default function InvitationsPage() {
  return (
    <Guarded by="/settings/people">
      <PeopleFrame>
        <InvitationList />
      </PeopleFrame>
    </Guarded>
  )
}
