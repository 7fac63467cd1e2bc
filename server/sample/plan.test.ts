import { describe, expect, test } from 'vitest'
import { after, DAY, HOUR } from '#domain/kernel/moments.ts'
import { namesOf } from './fill-workspace.ts'
import { planOtherMail } from './plan-other-mail.ts'
import { planStories, situations } from './plan-stories.ts'
import type { Deed, Story } from './story.ts'

/** A Monday morning, a Sunday night, the hour in which the clocks change, the last minute of a year. */
const moments = [
  '2026-03-02T06:10:00Z',
  '2026-11-22T23:40:00Z',
  '2027-03-28T01:30:00Z',
  '2026-12-31T23:59:00Z',
]

function planAt(now: Date): Story[] {
  return [...planStories(now, namesOf('Olga Owner')), ...planOtherMail(now)]
}

function firstWords(story: Story): string {
  const [first] = story.beats
  return first?.deed.do === 'write' ? first.deed.letter.text : ''
}

describe.each(moments)('planned at %s, the made-up company', moment => {
  const now = new Date(moment)
  const plan = planAt(now)

  test('has six weeks of stories that have all happened, each in its order', () => {
    for (const { key, beats } of plan) {
      const times = beats.map(beat => beat.at.getTime())
      expect(times, key).toEqual(times.toSorted((one, other) => one - other))
      expect(times.at(-1), key).toBeLessThanOrEqual(now.getTime())
      expect(times[0], key).toBeGreaterThan(after(now, -47 * DAY).getTime())
    }
    expect(new Set(plan.map(story => story.key)).size).toBe(plan.length)
  })

  test('writes nothing that has a gap left in it', () => {
    const deeds = plan.flatMap(story => story.beats.map(beat => beat.deed)).filter(deed => deed.do !== 'pose')
    const texts = deeds.map(deed => JSON.stringify(deed))
    const gaps = texts.filter(text => /\{[a-z]+\}|undefined|\|\p{L}/u.test(text))
    expect(gaps).toEqual([])
  })

  test('does not repeat itself on the first pages of the inbox', () => {
    const people = plan
      .filter(story => !/^(machine|junk|stranger|garbage|desk)/u.test(story.key) && story.box !== 'shop')
      .toSorted((one, other) => other.beats[0]!.at.getTime() - one.beats[0]!.at.getTime())
    const first = people.slice(0, 110).map(story => firstWords(story).slice(0, 60))
    expect(new Set(first).size).toBe(first.length)
    const all = people.map(firstWords)
    expect(new Set(all).size).toBe(all.length)
  })

  test('answers while the office is open, as far as there was time', () => {
    const answers = plan.flatMap(story => story.beats.filter(beat => isReply(beat.deed)))
    const atNight = answers.filter(beat => beat.at.getUTCHours() < 7 || beat.at.getUTCHours() >= 18)
    expect(atNight.length).toBeLessThan(answers.length / 10)
  })
})

function isReply(deed: Deed): boolean {
  return deed.do === 'reply' || deed.do === 'answer'
}

test('knows well over sixty things that people write about, in six languages, each in its own words', () => {
  expect(situations.length).toBeGreaterThan(120)
  expect(new Set(situations.map(situation => situation.says)).size).toBe(situations.length)
  expect(new Set(situations.map(situation => situation.answer)).size).toBe(situations.length)
  expect(new Set(situations.map(situation => situation.language)).size).toBe(6)
})

test('is the same every time, and moves along with the day', () => {
  const now = new Date('2026-05-12T10:00:00Z')
  expect(planAt(now)).toEqual(planAt(now))
  const later = planAt(after(now, 7 * DAY))
  const moved = planAt(now).map(
    (story, at) => later[at]!.beats[0]!.at.getTime() - story.beats[0]!.at.getTime(),
  )
  expect(moved.every(length => length === ((7 * DAY) / HOUR) * HOUR)).toBe(true)
})
