import { usualPriority } from '#domain/cases/priority.ts'
import type { PersonKey } from './company.ts'
import { layOut, type Values } from './lay-out-text.ts'
import type { Step } from './office-hours.ts'
import type { HandMade } from './situations/by-hand.ts'
import type { MachineMail, strangers, unreadable } from './situations/machine-mail.ts'
import type { Junk } from './situations/spam.ts'
import type { Letter } from './story.ts'

/** A notice or a letter to many: read and done, or still lying there. */
export function machineWrites(mail: MachineMail, values: Values, done: PersonKey | null): Step[] {
  const letter: Letter = { subject: layOut(mail.subject, values), text: layOut(mail.text, values) }
  if (mail.html) letter.html = mail.html
  if (mail.encloses) letter.encloses = mail.encloses
  if (mail.sent) letter.sent = mail.sent
  const written: Step = { hours: 0, deed: { do: 'write', letter } }
  return done ? [written, { hours: 3, deed: { do: 'complete', by: done } }] : [written]
}

/** Junk that somebody took for a customer first: a case, marked as spam. */
export function junkWithCase(mail: Junk, by: PersonKey): Step[] {
  return [
    ...junkLies(mail),
    {
      hours: 1,
      deed: { do: 'open', by, team: 'Front desk', type: 'General', priority: usualPriority, tags: [] },
    },
    { hours: 0, deed: { do: 'complete', by } },
    { hours: 0.6, deed: { do: 'set status', by, status: 'spam', reason: 'Nobody asked for this' } },
  ]
}

/** Junk that nobody has touched. */
export function junkLies(mail: Junk): Step[] {
  return [{ hours: 0, deed: { do: 'write', letter: { subject: mail.subject, text: layOut(mail.text, {}) } } }]
}

/** Somebody pretends to have to do with the case of another story. */
export function strangerWrites(mail: (typeof strangers)[number], about: string): Step[] {
  const letter: Letter = { subject: mail.subject, text: mail.text }
  return [{ hours: 0, deed: { do: 'pose', about, letter } }]
}

/** A mail that nobody can read. */
export function garbageComes(mail: (typeof unreadable)[number]): Step[] {
  return [{ hours: 0, deed: { do: 'send garbage', subject: mail.subject } }]
}

/** How far a case that was opened by hand has come. */
export type DeskEnd = 'queued' | 'claimed' | 'on_hold' | 'resolved' | 'closed'

/** A case opened at the desk, without any mail. */
export function openedAtDesk(made: HandMade, by: PersonKey, worker: PersonKey, end: DeskEnd): Step[] {
  const { team, subject, description, type, tags } = made
  const opened: Step = {
    hours: 0,
    deed: {
      do: 'open by hand',
      by,
      team,
      subject,
      description,
      type,
      priority: made.priority ?? usualPriority,
      tags: tags ?? [],
    },
  }
  if (end === 'queued') return [opened]
  const claimed: Step = { hours: 2, deed: { do: 'claim', by: worker } }
  const noted: Step[] = made.note ? [{ hours: 3, deed: { do: 'comment', by: worker, text: made.note } }] : []
  if (end === 'claimed') return [opened, claimed, ...noted]
  const reason = { on_hold: 'Waiting for a call back', resolved: 'All done', closed: 'Settled on the phone' }[
    end
  ]
  return [
    opened,
    claimed,
    ...noted,
    { hours: 5, deed: { do: 'set status', by: worker, status: end, reason } },
  ]
}
