import { after, DAY, HOUR } from '#domain/kernel/moments.ts'
import { elapsedMs } from '#server/platform/clock.ts'
import type { Context } from '#server/platform/context.ts'
import type { Log } from '#server/platform/log.ts'
import { createMailReader } from '#server/platform/mail/reading-room.ts'
import { Unusable } from '#server/platform/unusable.ts'
import { colleagues, company, type PersonKey } from './company.ts'
import { openStage, type Stage } from './open-stage.ts'
import { planOtherMail } from './plan-other-mail.ts'
import { planStories } from './plan-stories.ts'
import { playDeed } from './play-deeds.ts'
import type { Post } from './play-messages.ts'
import { notYetPlayed, type Played } from './played.ts'
import { setUpChannels } from './set-up-channels.ts'
import { setUpPeople } from './set-up-people.ts'
import { holdsWork, readAlertsBefore } from './store.ts'
import type { Beat, Story } from './story.ts'

/** How long before today the company was set up. */
const age = 60 * DAY

/**
 * Fills an empty workspace with a made-up company of six busy weeks (DESIGN §6): everything by the acts of the
 * product, each at its moment, so that histories, clocks and counters are true; nothing is ever sent. Every
 * filling tells the same. Throws Unusable when the workspace holds cases or messages already.
 */
export async function fillWorkspace(
  ctx: Context,
  workspaceId: string,
  ownerUserId: string,
  log: Log,
): Promise<void> {
  if (await ctx.database.read(workspaceId, holdsWork)) {
    throw new Unusable(
      'This workspace already holds cases or messages, so the sample company was not put into it. Use an empty workspace.',
    )
  }
  const began = elapsedMs()
  const now = ctx.clock.now()
  log.info(`Filling the workspace with the sample company ${company.name}.`)
  const stage = openStage(ctx, workspaceId)
  const people = await setUpPeople(stage, ownerUserId, after(now, -age))
  const cast = await setUpChannels(stage, people, after(now, -age + HOUR))
  const stories = [...planStories(now, namesOf(cast.actors.owner.name)), ...planOtherMail(now)]
  const reader = createMailReader()
  try {
    await play(stage, { cast, reader, workspaceId }, stories, now)
  } finally {
    await reader.stop()
  }
  await ctx.database.write(workspaceId, tx => readAlertsBefore(tx, after(now, -DAY)))
  const seconds = ((elapsedMs() - began) / 1000).toFixed(1)
  log.info(`The sample company is there: ${stories.length} stories in ${seconds} s.`)
}

/** Everybody's whole name by key. */
export function namesOf(owner: string): Record<PersonKey, string> {
  const names = Object.fromEntries(colleagues.map(({ key, name }) => [key, name]))
  return { ...names, owner } as Record<PersonKey, string>
}

type Scenery = Beat & { story: Story }

async function play(stage: Stage, post: Post, stories: readonly Story[], now: Date): Promise<void> {
  const played = new Map<string, Played>(stories.map(story => [story.key, notYetPlayed()]))
  for (const [first, ...others] of atOnce(inOrder(stories, now))) {
    const { story, at } = first!
    await stage.at(at, async (ctx, tx) => {
      const scene = { ctx, tx, post, story, played: played.get(story.key)!, other: (key: string) => played.get(key)! }
      for (const { deed } of [first!, ...others]) await playDeed(scene, deed)
    })
  }
}

/** All beats of all stories as they followed each other. */
function inOrder(stories: readonly Story[], now: Date): Scenery[] {
  return stories
    .flatMap(story => story.beats.map(beat => ({ ...beat, story })))
    .filter(beat => beat.at <= now)
    .toSorted((one, other) => one.at.getTime() - other.at.getTime())
}

/** What happens in one story in one moment goes together. */
function atOnce(beats: readonly Scenery[]): Scenery[][] {
  const groups: Scenery[][] = []
  for (const beat of beats) {
    const last = groups.at(-1)
    const [before] = last ?? []
    if (last && before?.story === beat.story && before.at.getTime() === beat.at.getTime()) last.push(beat)
    else groups.push([beat])
  }
  return groups
}
