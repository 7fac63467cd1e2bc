import { after, DAY } from '#domain/kernel/moments.ts'
import type { PersonKey } from './company.ts'
import { castDice } from './dice.ts'
import { layOut } from './lay-out-text.ts'
import { awake, layInTime, type Step } from './office-hours.ts'
import type { Box } from './situation.ts'
import { handMade } from './situations/by-hand.ts'
import { type MachineMail, machineMail, strangers, unreadable } from './situations/machine-mail.ts'
import { junk } from './situations/spam.ts'
import type { Story } from './story.ts'
import {
  type DeskEnd,
  garbageComes,
  junkLies,
  junkWithCase,
  machineWrites,
  openedAtDesk,
  strangerWrites,
} from './tell-others.ts'
import { valuesFor } from './word-letters.ts'

type Writer = { name: string; from: string }

/** What does not come from customers: machines, partners, junk, pretenders, and what colleagues open by hand. */
export function planOtherMail(now: Date): Story[] {
  const tell = teller(now)
  return [
    ...machines(now),
    ...junk.map((mail, at) =>
      at < 5
        ? tell(`junk ${at}`, 'support', mail, 2 + at * 7.3, junkWithCase(mail, at % 2 ? 'ingrid' : 'tomas'))
        : tell(`junk ${at}`, 'support', mail, 0.3 + (at - 5) * 0.7, junkLies(mail)),
    ),
    ...strangers.map((mail, at) =>
      tell(`stranger ${at}`, 'support', mail, 0.25 + at * 0.5, strangerWrites(mail, `long ${at + 1}`)),
    ),
    ...unreadable.map((mail, at) =>
      tell(`garbage ${at}`, 'support', mail, 0.9 + at * 2.3, garbageComes(mail)),
    ),
    ...desk(now),
  ]
}

function teller(now: Date) {
  return (key: string, box: Box, writer: Writer, days: number, steps: Step[]): Story => ({
    key,
    box,
    language: 'en',
    writer: { name: writer.name, address: writer.from },
    beats: layInTime(awake(after(now, -days * DAY)), now, steps),
  })
}

/** Each machine writes twice in the six weeks; the youngest letters have not been read. */
function machines(now: Date): Story[] {
  const dice = castDice(7_311)
  const tell = teller(now)
  return [0, 1].flatMap(round =>
    (round === 0 ? mixedFirst(dice.shuffled(machineMail)) : dice.shuffled(machineMail)).map((mail, at) => {
      const days = 0.15 + round * 21.5 + at * (round === 0 ? 0.95 : 1.1)
      const place = {
        name: 'Copperlark',
        language: 'en' as const,
        city: dice.pick(['Kirkholm', 'Marlsford', 'Dunmorrow']),
      }
      const values = valuesFor(dice, place, after(now, -days * DAY))
      const reader: PersonKey = mail.box === 'billing' ? 'oskar' : dice.pick(['tomas', 'ingrid', 'niamh'])
      const writer = { name: mail.name, from: layOut(mail.from, values) }
      return tell(
        `machine ${round}.${at}`,
        mail.box,
        writer,
        days,
        machineWrites(mail, values, days < 2.5 ? null : reader),
      )
    }),
  )
}

/** On top lie a letter with pictures, a notice and a list of prices. */
function mixedFirst(mails: readonly MachineMail[]): MachineMail[] {
  const top = [
    mails.find(mail => mail.html === 'newsletter'),
    mails.find(mail => mail.sent === 'auto-generated' && !mail.html),
    mails.find(mail => mail.html === 'prices'),
  ].flatMap(mail => (mail ? [mail] : []))
  return [...top, ...mails.filter(mail => !top.includes(mail))]
}

const deskEnds: readonly (readonly [DeskEnd, opener: PersonKey, worker: PersonKey, days: number])[] = [
  ['claimed', 'maren', 'tomas', 1.6],
  ['claimed', 'luc', 'dev', 4],
  ['on_hold', 'luc', 'kwame', 6.2],
  ['queued', 'ingrid', 'tomas', 0.4],
  ['queued', 'luc', 'niamh', 1.1],
  ['resolved', 'yuki', 'yuki', 3.1],
  ['closed', 'owner', 'tomas', 20],
  ['closed', 'niamh', 'niamh', 31],
  ['claimed', 'maren', 'ingrid', 8.4],
]

function desk(now: Date): Story[] {
  const tell = teller(now)
  return handMade.map((made, at) => {
    const [end, opener, worker, days] = deskEnds[at]!
    const nobody = { name: '', from: '' }
    return tell(`desk ${at}`, 'support', nobody, days, openedAtDesk(made, opener, worker, end))
  })
}
