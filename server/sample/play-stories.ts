import type { Stage } from './open-stage.ts'
import { playDeed } from './play-deeds.ts'
import type { Post } from './play-messages.ts'
import { notYetPlayed, type Played } from './played.ts'
import type { Beat, Story } from './story.ts'

type Told = Beat & { story: Story }

/** Plays all stories side by side, in the order in which things happened. */
export async function playStories(stage: Stage, post: Post, stories: readonly Story[]): Promise<void> {
  const played = new Map<string, Played>(stories.map(story => [story.key, notYetPlayed()]))
  const stateOf = (key: string) => {
    const state = played.get(key)
    if (!state) throw new Error(`There is no story ${key}.`)
    return state
  }
  for (const beats of atOnce(inOrder(stories))) {
    const { story, at } = beats[0]
    await stage.at(at, async (ctx, tx) => {
      const scene = { ctx, tx, post, story, played: stateOf(story.key), other: stateOf }
      for (const { deed } of beats) await playDeed(scene, deed)
    })
  }
}

/** All beats of all stories as they followed each other. */
function inOrder(stories: readonly Story[]): Told[] {
  return stories
    .flatMap(story => story.beats.map(beat => ({ ...beat, story })))
    .toSorted((one, other) => one.at.getTime() - other.at.getTime())
}

/** What happens in one story in one moment goes together. */
function atOnce(beats: readonly Told[]): [Told, ...Told[]][] {
  const groups: [Told, ...Told[]][] = []
  for (const beat of beats) {
    const last = groups.at(-1)
    if (last?.[0].story === beat.story && last[0].at.getTime() === beat.at.getTime()) last.push(beat)
    else groups.push([beat])
  }
  return groups
}
