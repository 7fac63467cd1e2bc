import fc from 'fast-check'
import { expect, test } from 'vitest'
import { caseNumberIn, decideThread, type Pointer, type ThreadEvidence } from './threading.ts'

const ada = 'ada@example.org'
const mallory = 'mallory@evil.example'
const hers: Pointer = { conversationId: 'hers', participants: [ada] }

const plain: ThreadEvidence = {
  sender: ada,
  senderVerified: true,
  bounce: false,
  proven: [],
  referred: [],
  hinted: [],
  sameIdKnown: false,
}

test('a mail that points nowhere begins a conversation of its own, without doubt', () => {
  expect(decideThread(plain)).toEqual({
    tie: 'new',
    conversationId: null,
    doubt: null,
    doubtedConversationId: null,
  })
})

test('BY-09: a participant is tied by token or by header, and the tie says by which', () => {
  expect(decideThread({ ...plain, proven: [hers] })).toMatchObject({ tie: 'token', conversationId: 'hers' })
  expect(decideThread({ ...plain, referred: [hers] })).toMatchObject({
    tie: 'header',
    conversationId: 'hers',
  })
})

test('BY-09: of several conversations the one in which the sender takes part is meant', () => {
  const other: Pointer = { conversationId: 'other', participants: ['bob@example.org'] }
  expect(decideThread({ ...plain, proven: [other, hers] }).conversationId).toBe('hers')
  expect(decideThread({ ...plain, referred: [other, hers] }).conversationId).toBe('hers')
})

test.each([
  ['References', { referred: [hers] }],
  ['a forged token or a case number', { hinted: [hers] }],
])('T1: a stranger who points at a conversation by %s gets one of their own, marked', (_how, signs) => {
  expect(decideThread({ ...plain, sender: mallory, ...signs })).toEqual({
    tie: 'new',
    conversationId: null,
    doubt: 'UNKNOWN_SENDER',
    doubtedConversationId: 'hers',
  })
})

test('T3: a real token in other hands is held apart as of a third party', () => {
  expect(decideThread({ ...plain, sender: mallory, proven: [hers] })).toEqual({
    tie: 'new',
    conversationId: null,
    doubt: 'THIRD_PARTY',
    doubtedConversationId: 'hers',
  })
})

test('T4: a sender who cannot be told for sure is tied to nothing, whatever they show', () => {
  const unsure = { ...plain, senderVerified: false }
  expect(decideThread(unsure)).toMatchObject({ doubt: 'SENDER_UNVERIFIED', doubtedConversationId: null })
  expect(decideThread({ ...unsure, proven: [hers], referred: [hers] })).toMatchObject({
    conversationId: null,
    doubt: 'SENDER_UNVERIFIED',
    doubtedConversationId: 'hers',
  })
})

test('T8: a second mail with a known Message-ID is marked and stays where it belongs', () => {
  expect(decideThread({ ...plain, referred: [hers], sameIdKnown: true })).toMatchObject({
    conversationId: 'hers',
    doubt: 'DUPLICATE_ID',
  })
  expect(decideThread({ ...plain, sender: mallory, referred: [hers], sameIdKnown: true }).doubt).toBe(
    'UNKNOWN_SENDER',
  )
})

test('T10: a subject ties nothing, not even for a participant', () => {
  expect(decideThread({ ...plain, hinted: [hers] })).toMatchObject({
    tie: 'new',
    conversationId: null,
    doubt: null,
  })
})

test('L4: the report of a mail system is tied by our token, and by nothing else', () => {
  const bounce = { ...plain, sender: 'mailer-daemon@mx.example', bounce: true }
  expect(decideThread({ ...bounce, proven: [hers] })).toMatchObject({
    tie: 'token',
    conversationId: 'hers',
    doubt: null,
  })
  expect(decideThread({ ...bounce, referred: [hers] })).toMatchObject({ conversationId: null })
})

test('T1 T3: whoever takes no part in a conversation is never put into it', () => {
  const pointer = fc.record({
    conversationId: fc.constantFrom('a', 'b', 'c'),
    participants: fc.subarray([ada, 'bob@example.org', 'cy@example.org']),
  })
  const evidence = fc.record({
    sender: fc.constantFrom(mallory, ada, null),
    senderVerified: fc.boolean(),
    bounce: fc.constant(false),
    proven: fc.array(pointer, { maxLength: 3 }),
    referred: fc.array(pointer, { maxLength: 3 }),
    hinted: fc.array(pointer, { maxLength: 3 }),
    sameIdKnown: fc.boolean(),
  })
  fc.assert(
    fc.property(evidence, shown => {
      const { conversationId } = decideThread(shown)
      if (conversationId === null) return
      const meant = [...shown.proven, ...shown.referred].filter(one => one.conversationId === conversationId)
      expect(shown.senderVerified).toBe(true)
      expect(meant.some(one => shown.sender !== null && one.participants.includes(shown.sender))).toBe(true)
    }),
  )
})

test('a case number is read only in the form of our own mails', () => {
  expect(caseNumberIn('Re: [#42] Broken lamp')).toBe(42)
  expect(caseNumberIn('Order #42')).toBeNull()
})
