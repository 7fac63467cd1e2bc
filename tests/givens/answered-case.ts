import { resumeMail } from '#server/conversations/resume-mail.ts'
import { ask } from '#tests/givens/ask.ts'
import type { MailHouse } from '#tests/givens/mail-house.ts'
import type { MailWish } from '#tests/givens/raw-mail.ts'
import { messages, type Taken, takeMail } from '#tests/givens/take-mail.ts'

/** A case made of a customer's mail, held by Ada. */
export type CaseFromMail = { number: number; first: Taken; customer: string }

let people = 0

/** A customer writes, and somebody makes a case of it. */
export async function givenCase(house: MailHouse, wish: MailWish = {}): Promise<CaseFromMail> {
  people += 1
  const customer = `customer${people}@example.org`
  const first = await takeMail(house, { from: customer, subject: 'Lamp', ...wish })
  const opened = await ask<{ number: number }>(house, 'Ada', 'POST', '/cases', {
    messageId: first.id,
    assigneeId: house.workspace.people.Ada,
  })
  if (opened.status !== 201) throw new Error(`No case could be made: ${JSON.stringify(opened.body)}`)
  return { number: opened.body.number, first, customer }
}

/** A message as it is in the tables now. */
export async function messageNow(house: MailHouse, id: string): Promise<Taken> {
  const found = (await messages(house)).find(message => message.id === id)
  if (!found) throw new Error('There is no such message.')
  return found
}

/** Lets minutes pass, and does what became due in them. */
export async function passMinutes(house: MailHouse, minutes: number): Promise<void> {
  house.clock.moveTo(new Date(house.clock.now().getTime() + minutes * 60_000))
  await resumeMail(house.ctx, house.workspace.id)
  await house.work()
}
