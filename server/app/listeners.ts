import { prepareWorkspaceForCases } from '#server/cases/workspace-listeners.ts'
import { channelListeners } from '#server/channels/listeners.ts'
import { queueNotice } from '#server/conversations/queue-notice.ts'
import { mailInvitations } from '#server/notifications/mail-invitations.ts'
import { notifyPeople } from '#server/notifications/notify-people.ts'
import { forgetWhenPeopleChange } from '#server/people/listeners.ts'
import type { EventListener } from '#server/platform/db/tx.ts'

type Needs = {
  publicUrl: string
  forget(workspaceId: string): void
  linkOf(invitationId: string): string
}

/** Who hears of events, in the transaction that makes them, in this order. The one place where rooms are told of each other. */
export function listenersOf(needs: Needs): EventListener[] {
  return [
    ...channelListeners,
    prepareWorkspaceForCases,
    forgetWhenPeopleChange(workspaceId => needs.forget(workspaceId)),
    notifyPeople(needs.publicUrl, queueNotice),
    mailInvitations(needs.linkOf, queueNotice),
  ]
}
