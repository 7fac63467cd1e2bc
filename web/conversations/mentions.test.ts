import { expect, test } from 'vitest'
import { insertMention, mentionAt, mentionedIn } from './mentions.ts'

const people = [
  { id: '1', name: 'Ann' },
  { id: '2', name: 'Ann Lee' },
  { id: '3', name: 'Zoë O’Neil' },
]

test('ACT-07: an @ at the beginning of a word begins a mention, one inside an address does not', () => {
  expect(mentionAt('Ask @zo', 7)).toBe('zo')
  expect(mentionAt('@ann le', 7)).toBe('ann le')
  expect(mentionAt('write to ann@acme', 17)).toBeNull()
  expect(mentionAt('done, @Ann Lee knows it', 23)).toBeNull()
})

test('ACT-07: a mention takes the place of what was typed', () => {
  expect(insertMention('Ask @zo today', 7, 'Zoë O’Neil')).toBe('Ask @Zoë O’Neil today')
  expect(insertMention('Ask @zo', 7, 'Zoë O’Neil')).toBe('Ask @Zoë O’Neil ')
})

test('ACT-07: the longer name is meant when one name begins another', () => {
  expect(mentionedIn('Hello @Ann Lee', people)).toEqual(['2'])
  expect(mentionedIn('@Ann and @Zoë O’Neil', people).toSorted()).toEqual(['1', '3'])
  expect(mentionedIn('Ann Lee without a sign', people)).toEqual([])
})
