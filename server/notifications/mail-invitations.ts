import type { EventListener } from '#server/platform/db/tx.ts'
import type { QueueNotice } from './notify-people.ts'

/** Sends the invited person their link, with the invitation itself (promise 3). Names are plain text, never markup (H8). */
export function mailInvitations(
  linkOf: (invitationId: string) => string,
  queueNotice: QueueNotice,
): EventListener {
  return async (tx, event) => {
    if (event.kind !== 'invitation.created') return
    const { invitationId, email } = event.data as { invitationId: string; email: string }
    await queueNotice(tx, {
      to: email,
      subject: 'You are invited to Docket',
      text: [
        'You are invited to work with us in Docket.',
        '',
        'Choose a name and a password here, within seven days:',
        linkOf(invitationId),
        '',
        'If you did not expect this, ignore it: nothing happens without the link.',
      ].join('\n'),
    })
  }
}
