import type { Actor } from '#domain/people/actor.ts'
import { assignCase, claimCase } from '#server/cases/assign-case.ts'
import { changeCase } from '#server/cases/change-case.ts'
import { changeStatus } from '#server/cases/change-status.ts'
import { commentOnCase } from '#server/cases/comment-on-case.ts'
import { createCase } from '#server/cases/create-case.ts'
import { endGrace } from '#server/cases/end-grace.ts'
import { followCase } from '#server/cases/follow-case.ts'
import { completeMessage } from '#server/inbox/complete-message.ts'
import type { Context } from '#server/platform/context.ts'
import type { Tx } from '#server/platform/db/tx.ts'
import {
  type Post,
  receiveBounce,
  receiveFromShop,
  receiveGarbage,
  receiveLetter,
  receiveStranger,
} from './play-messages.ts'
import { replyFromCase, replyFromInbox } from './play-replies.ts'
import type { Played } from './played.ts'
import { findCaseHead } from './store.ts'
import type { Deed, Story } from './story.ts'

/** What a deed needs: the stage's context and transaction, the company, the story and how far it is. */
export type Scene = {
  ctx: Context
  tx: Tx
  post: Post
  story: Story
  played: Played
  /** How far another story has been played. */
  other: (key: string) => Played
}

/** Does one deed by the act that does it in the product. */
export async function playDeed(scene: Scene, deed: Deed): Promise<void> {
  const { ctx, tx, post, story, played } = scene
  switch (deed.do) {
    case 'write':
      return receiveLetter(ctx, tx, post, story, played, deed.letter)
    case 'hand in':
      return receiveFromShop(ctx, tx, post, story, played, { subject: deed.subject, text: deed.text })
    case 'bounce':
      return receiveBounce(ctx, tx, post, story, played)
    case 'pose': {
      const number = scene.other(deed.about).number
      if (number === null) throw new Error(`${deed.about} has no case to pretend about.`)
      return receiveStranger(ctx, tx, post, story, played, { letter: deed.letter, number })
    }
    case 'send garbage':
      return receiveGarbage(ctx, tx, post, story, played, deed.subject)
    case 'open':
    case 'open by hand':
      return open(scene, deed)
    case 'end grace':
      await endGrace(ctx, tx.workspaceId)
      return
    default:
      return playByColleague(scene, deed, post.cast.actors[deed.by])
  }
}

type Opening = Extract<Deed, { do: 'open' | 'open by hand' }>

async function open({ ctx, post, played }: Scene, deed: Opening): Promise<void> {
  const { cast } = post
  const origin =
    deed.do === 'open'
      ? { messageId: played.first ?? undefined }
      : { channelId: cast.deskId, subject: deed.subject, description: deed.description }
  const { number } = await createCase(ctx, cast.actors[deed.by], {
    ...origin,
    teamId: cast.teams[deed.team],
    ...('assignee' in deed && deed.assignee ? { assigneeId: cast.actors[deed.assignee].userId } : {}),
    typeId: cast.types[deed.type],
    priority: deed.priority,
    tags: [...deed.tags],
    completeMessage: false,
  })
  played.number = number
}

type ByColleague = Exclude<Extract<Deed, { by: unknown }>, Opening>

async function playByColleague(scene: Scene, deed: ByColleague, actor: Actor): Promise<void> {
  const { ctx, tx, post, played } = scene
  if (deed.do === 'answer') return replyFromInbox(ctx, tx, post, actor, played, deed.text)
  if (deed.do === 'reply') return replyFromCase(ctx, tx, post, actor, played, deed)
  if (deed.do !== 'complete') return workCase(scene, deed, actor)
  for (const id of played.undone.splice(0)) await completeMessage(ctx, actor, id, true)
}

type OnCase = Exclude<ByColleague, { do: 'answer' | 'reply' | 'complete' }>

async function workCase({ ctx, tx, post, story, played }: Scene, deed: OnCase, actor: Actor): Promise<void> {
  const { actors, teams } = post.cast
  const { number } = played
  if (number === null) throw new Error(`${story.key} has no case to work on.`)
  switch (deed.do) {
    case 'claim':
      return claimCase(ctx, actor, number)
    case 'assign':
      return assignCase(ctx, actor, number, {
        assigneeId: actors[deed.to].userId,
        ...(deed.team ? { teamId: teams[deed.team] } : {}),
      })
    case 'comment': {
      const mentions = Object.values(actors).filter(one => deed.text.includes(`@${one.name}`))
      await commentOnCase(ctx, actor, number, { text: deed.text, mentions: mentions.map(one => one.userId) })
      return
    }
    case 'set status':
      return changeStatus(ctx, actor, number, { status: deed.status, reason: deed.reason })
    case 'set deadline':
      return changeCase(ctx, actor, number, { deadlineAt: deed.at.toISOString() })
    case 'set priority':
      return changeCase(ctx, actor, number, { priority: deed.priority })
    case 'add tag': {
      const { tags } = await findCaseHead(tx, number)
      return changeCase(ctx, actor, number, { tags: [...tags, deed.tag] })
    }
    case 'follow':
      return followCase(ctx, actor, number, actors[deed.who].userId)
  }
}
