import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Invitation } from '#domain/people/wire.ts'
import { useNow } from '#web/platform/clock.ts'
import { keys } from '#web/platform/keys.ts'
import { isProblem } from '#web/platform/problem.ts'
import { tell } from '#web/platform/toasts.tsx'
import { words } from '#web/platform/words.ts'
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx'
import { Moment } from '#web/ui/moment.tsx'
import { Thing, ThingList } from '#web/ui/settings/thing-list.tsx'
import { EmptyState, ErrorState, SkeletonRows } from '#web/ui/states.tsx'
import { invitationsQuery, revokeInvitation } from './users-api.ts'

const say = words.teamSettings.invitations

/** The invitations that nobody used yet. */
export function InvitationList() {
  const { data, error, refetch } = useQuery(invitationsQuery)
  const [revoking, setRevoking] = useState<Invitation | null>(null)
  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={4} height={48} />
  if (data.length === 0) return <EmptyState title={say.empty} hint={say.emptyHint} />
  return (
    <>
      <ThingList label={words.settingsFrame.pages.invitations}>
        {data.map(invitation => (
          <Row key={invitation.id} invitation={invitation} onRevoke={() => setRevoking(invitation)} />
        ))}
      </ThingList>
      {revoking && <Revoke invitation={revoking} onClose={() => setRevoking(null)} />}
    </>
  )
}

function Row({ invitation, onRevoke }: { invitation: Invitation; onRevoke: () => void }) {
  const { email, name, role, invitedBy, expiresAt } = invitation
  const ended = Date.parse(expiresAt) <= useNow().getTime()
  return (
    <Thing
      name={name ? `${name} · ${email}` : email}
      sub={
        <>
          {words.people.roles[role]} · {say.by(invitedBy.name)} ·{' '}
          {ended ? (
            say.ended
          ) : (
            <>
              {say.ends} <Moment at={expiresAt} />
            </>
          )}
        </>
      }
      facing
      facts={
        <Button variant="default" onClick={onRevoke} aria-label={`${say.revoke}: ${email}`}>
          {say.revoke}
        </Button>
      }
    />
  )
}

function Revoke({ invitation, onClose }: { invitation: Invitation; onClose: () => void }) {
  const client = useQueryClient()
  const drop = () =>
    client.setQueryData<Invitation[]>(keys.invitations, all => all?.filter(one => one.id !== invitation.id))
  const act = async () => {
    // Whoever else revoked it meanwhile did what was wanted.
    await revokeInvitation(invitation.id).catch((error: unknown) => {
      if (!isProblem(error, 'INVITATION_NOT_FOUND', 'NOT_FOUND')) throw error
    })
    drop()
  }
  return (
    <ConfirmDialog
      title={say.revokeTitle(invitation.email)}
      hint={say.revokeHint}
      verb={say.revoke}
      danger
      act={act}
      onDone={() => tell(say.revoked)}
      onClose={onClose}
    />
  )
}
