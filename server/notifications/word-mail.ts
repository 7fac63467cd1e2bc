import { oneLine, shorten } from '#domain/kernel/text.ts'
import type { NotificationKind } from '#domain/notifications/kinds.ts'

type About = { number: number; subject: string; actorName: string | null; excerpt: string; link: string }

const leads: Partial<Record<NotificationKind, (about: About) => string>> = {
  assigned_to_me: about => `${about.actorName ?? 'Docket'} assigned case #${about.number} to you.`,
  mentioned: about => `${about.actorName ?? 'Somebody'} mentioned you in case #${about.number}.`,
}

/** The mail about one alert: subject and plain text, both with the case's number (NT-01). */
export function mailOf(kind: NotificationKind, about: About): { subject: string; text: string } {
  const lead = leads[kind]?.(about) ?? `There is news on case #${about.number}.`
  const lines = [lead, '', `#${about.number} ${oneLine(about.subject)}`]
  if (about.excerpt) lines.push('', about.excerpt)
  lines.push('', about.link)
  return { subject: `[#${about.number}] ${shorten(oneLine(about.subject), 120)}`, text: lines.join('\n') }
}
