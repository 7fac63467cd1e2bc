import { useState } from 'react'
import { InvitationForm } from '#web/people/invitation-form.tsx'
import { useLinkSecret } from '#web/platform/secret-link.ts'
import { words } from '#web/platform/words.ts'
import { LinkButton } from '#web/ui/link-button.tsx'
import { LonePage } from '#web/ui/lone-page.tsx'

const say = words.people.invitation

/** /invitation#token=…: an invited person joins. */
export default function InvitationPage() {
  const token = useLinkSecret('token')
  const [joined, setJoined] = useState(false)
  if (!token) return <LonePage title={say.noToken} hint={say.noTokenHint} />
  if (joined) {
    return (
      <LonePage title={say.title} hint={say.accepted}>
        <LinkButton to="/sign-in" size="sm">
          {words.actions.signIn}
        </LinkButton>
      </LonePage>
    )
  }
  return (
    <LonePage title={say.title} hint={say.hint}>
      <InvitationForm token={token} onDone={() => setJoined(true)} />
    </LonePage>
  )
}
