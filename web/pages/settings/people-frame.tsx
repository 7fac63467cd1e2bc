import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { InviteDialog } from '#web/people/invite-dialog.tsx'
import { invitationsQuery } from '#web/people/users-api.ts'
import { useCommands } from '#web/platform/commands.ts'
import { useMay } from '#web/platform/session.ts'
import { words } from '#web/platform/words.ts'
import { SettingsPage } from '#web/ui/settings/settings-page.tsx'
import { TabLinks } from '#web/ui/tab-links.tsx'

const say = words.teamSettings

/** What the people and the invitations share: the title, the two tabs, and inviting. */
export function PeopleFrame({ children }: { children: ReactNode }) {
  const [inviting, setInviting] = useState(false)
  const invites = useMay().hold('people.manage')
  const invitations = useQuery({ ...invitationsQuery, enabled: invites }).data
  const title = say.invitations.invite
  const start = () => setInviting(true)
  useCommands(invites ? [{ id: 'invite', group: words.settings.title, title, run: start }] : [])
  const { people, invitations: open } = words.settingsFrame.pages
  return (
    <SettingsPage
      wide
      title={people}
      hint={say.people.hint}
      action={invites && <Button onClick={start}>{title}</Button>}
    >
      {invites && (
        <TabLinks
          label={people}
          tabs={[
            { to: '/settings/people', label: people },
            { to: '/settings/people/invitations', label: open, count: invitations?.length },
          ]}
        />
      )}
      {children}
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
    </SettingsPage>
  )
}
