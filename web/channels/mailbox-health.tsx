import type { Channel } from '#domain/channels/wire.ts'
import { words } from '#web/platform/words.ts'
import { Moment } from '#web/ui/moment.tsx'
import classes from './mailbox-health.module.css'

const say = words.channels.health

/** How often the health of mailboxes is looked at while it is on the screen, in milliseconds. */
export const healthInterval = 20_000

/** How the mailbox of a channel is doing, in a word; nothing for channels that have none. */
export function MailboxHealth({ channel, reason = false }: { channel: Channel; reason?: boolean }) {
  const { kind, mailbox } = channel
  if (kind !== 'email') return null
  if (!mailbox) return <span className={classes.health}>{say.delivery}</span>
  return (
    <span className={classes.health} data-state={mailbox.state}>
      <Sign state={mailbox.state} />
      <span>
        {say[mailbox.state]}
        {mailbox.since && mailbox.state !== 'idle' && (
          <>
            {' '}
            <Moment at={mailbox.since} as="since" />
          </>
        )}
        {reason && mailbox.reason && <span className={classes.reason}>{mailbox.reason}</span>}
      </span>
    </span>
  )
}

/** A shape for each state, so that colour never carries the meaning alone. */
function Sign({ state }: { state: 'idle' | 'connected' | 'failing' }) {
  return (
    <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true" className={classes.sign}>
      {state === 'connected' && <circle cx="5" cy="5" r="4" fill="currentColor" />}
      {state === 'idle' && (
        <circle cx="5" cy="5" r="3.4" fill="none" stroke="currentColor" strokeWidth="1.4" />
      )}
      {state === 'failing' && <path d="M5 0.8 9.6 9H0.4z" fill="currentColor" />}
    </svg>
  )
}
