import { expect, test } from 'vitest'
import { type Mailbox, recipientOf, replySubject } from './recipients.ts'

const ada: Mailbox = { name: 'Ada', address: 'ada@example.org' }
const form: Mailbox = { name: 'Web form', address: 'form@shop.example' }
const ours = (address: string) => address === 'support@shop.example'

test('a reply goes where the sender wants it, else to the sender, else to the customer', () => {
  expect(recipientOf({ replyTo: [ada], from: form, customer: null }, ours)).toBe(ada)
  expect(recipientOf({ replyTo: [], from: ada, customer: form }, ours)).toBe(ada)
  expect(recipientOf({ replyTo: [], from: null, customer: ada }, ours)).toBe(ada)
  expect(recipientOf({ replyTo: [], from: null, customer: null }, ours)).toBeNull()
})

test('L7: our own addresses are never written to', () => {
  const own = { name: '', address: 'support@shop.example' }
  expect(recipientOf({ replyTo: [own], from: ada, customer: null }, ours)).toBe(ada)
  expect(recipientOf({ replyTo: [], from: own, customer: null }, ours)).toBeNull()
})

test('a list of reply addresses is nobody in particular', () => {
  expect(recipientOf({ replyTo: [form, ada], from: ada, customer: null }, ours)).toBe(ada)
})

test.each([
  ['Broken lamp', 'Re: Broken lamp'],
  ['Re: Broken lamp', 'Re: Broken lamp'],
  ['AW: Re: SV: Broken lamp', 'Re: Broken lamp'],
  ['RE[3]: Broken lamp', 'Re: Broken lamp'],
  ['Regarding: lamps', 'Re: Regarding: lamps'],
  ['', 'Re: your message'],
])('the answer to "%s" is called "%s"', (subject, expected) => {
  expect(replySubject(subject)).toBe(expected)
})
