import { after, DAY, HOUR } from '#domain/kernel/moments.ts'
import { elapsedMs } from '#server/platform/clock.ts'
import type { Context } from '#server/platform/context.ts'
import type { Tx } from '#server/platform/db/tx.ts'
import type { Log } from '#server/platform/log.ts'
import { createMailReader, type MailReader } from '#server/platform/mail/reading-room.ts'
import { Unusable } from '#server/platform/unusable.ts'
import { colleagues, company, type PersonKey } from './company.ts'
import { rememberingFiles } from './keep-files.ts'
import { openStage } from './open-stage.ts'
import { planOtherMail } from './plan-other-mail.ts'
import { planStories } from './plan-stories.ts'
import { playStories } from './play-stories.ts'
import { setUpChannels } from './set-up-channels.ts'
import { setUpPeople } from './set-up-people.ts'
import { holdsWork, readAlertsBefore, takeBackJobs } from './store.ts'

/** How long before today the company was set up. */
const age = 60 * DAY

/**
 * Fills an empty workspace with a made-up company of six busy weeks (DESIGN §6): everything by the acts of the
 * product, each at its moment, so that histories, clocks and counters are true; nothing is ever sent. It is there
 * whole or not at all, and every filling tells the same. Throws Unusable when the workspace holds cases or
 * messages already.
 */
export async function fillWorkspace(
  ctx: Context,
  workspaceId: string,
  ownerUserId: string,
  log: Log,
): Promise<void> {
  const began = elapsedMs()
  const reader = createMailReader({ deadlineMs: 60_000 })
  const files = rememberingFiles(ctx.files)
  try {
    const stories = await ctx.database.write(
      workspaceId,
      tx => fill({ ...ctx, log, files }, tx, reader, ownerUserId),
      'background',
    )
    const seconds = ((elapsedMs() - began) / 1000).toFixed(1)
    log.info(`The sample company is there: ${stories} stories in ${seconds} s.`)
  } catch (error) {
    await files.removeAll()
    throw error
  } finally {
    await reader.stop()
  }
}

async function fill(ctx: Context, tx: Tx, reader: MailReader, ownerUserId: string): Promise<number> {
  if (await holdsWork(tx)) {
    throw new Unusable(
      'This workspace already holds cases or messages, so the sample company was not put into it. Use an empty workspace.',
    )
  }
  ctx.log.info(`Filling the workspace with the sample company ${company.name}.`)
  const { now, workspaceId } = tx
  const stage = openStage(ctx, tx)
  const people = await setUpPeople(stage, ownerUserId, after(now, -age))
  const cast = await setUpChannels(stage, people, after(now, -age + HOUR))
  const stories = [...planStories(now, namesOf(cast.actors.owner.name)), ...planOtherMail(now)]
  const jobs: string[] = []
  await playStories(stage, { cast, reader, workspaceId, jobs }, stories)
  await takeBackJobs(tx, jobs)
  await readAlertsBefore(tx, after(now, -2 * DAY), after(now, -8 * HOUR))
  tx.record({
    kind: 'workspace.filled',
    actor: { kind: 'user', id: ownerUserId },
    data: { name: company.name, stories: stories.length },
  })
  return stories.length
}

/** Everybody's whole name by key. */
export function namesOf(owner: string): Record<PersonKey, string> {
  const names = Object.fromEntries(colleagues.map(({ key, name }) => [key, name]))
  return { ...names, owner } as Record<PersonKey, string>
}
