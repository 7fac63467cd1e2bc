import { z } from 'zod'
import {
  conversationShape,
  earlierQueryShape,
  intakeAnswerShape,
  intakeShape,
  messageShape,
  replyShape,
  timelineShape,
} from '#domain/conversations/wire.ts'
import { idShape } from '#domain/kernel/shapes.ts'
import type { Context } from '#server/platform/context.ts'
import { type Door, door } from '#server/platform/http/door.ts'
import { fileDoors } from './file-routes.ts'
import { readConversation, readTimeline } from './read-timeline.ts'
import { retryDelivery } from './retry-delivery.ts'
import { replyInCase, replyToMessage } from './send-reply.ts'
import { showMessage } from './show-message.ts'
import { takeIntake } from './take-intake.ts'

const byNumber = z.object({ number: z.coerce.number().int().min(1).max(2_147_483_647) })
const byId = z.object({ id: idShape })

/** The doors of conversations (DESIGN §6). */
export function conversationRoutes(ctx: Context): Door[] {
  return [...readDoors(ctx), ...replyDoors(ctx), intakeDoor(ctx), ...fileDoors(ctx)]
}

function readDoors(ctx: Context): Door[] {
  return [
    door({
      method: 'GET',
      path: '/cases/:number/timeline',
      resource: 'Cases',
      summary:
        'What happened in a case: messages, comments and events, newest page first, oldest first inside',
      params: byNumber,
      query: earlierQueryShape,
      answer: timelineShape,
      handle: ({ actor, params, query }) => readTimeline(ctx, actor, params.number, query.before),
    }),
    door({
      method: 'GET',
      path: '/conversations/:id',
      resource: 'Conversations',
      summary: 'A conversation with its newest messages and its cases',
      params: byId,
      query: earlierQueryShape,
      answer: conversationShape,
      handle: ({ actor, params, query }) => readConversation(ctx, actor, params.id, query.before),
    }),
    door({
      method: 'GET',
      path: '/messages/:id',
      resource: 'Messages',
      summary: 'One message with its whole text',
      params: byId,
      answer: messageShape,
      handle: ({ actor, params }) => showMessage(ctx, actor, params.id),
    }),
  ]
}

function replyDoors(ctx: Context): Door[] {
  return [
    door({
      method: 'POST',
      path: '/cases/:number/replies',
      resource: 'Cases',
      summary: 'Answer the customer from the case, and set a status with it',
      params: byNumber,
      body: replyShape,
      answer: messageShape,
      status: 201,
      handle: async ({ actor, params, body }) =>
        showMessage(ctx, actor, await replyInCase(ctx, actor, params.number, body)),
    }),
    door({
      method: 'POST',
      path: '/messages/:id/replies',
      resource: 'Messages',
      summary: 'Answer a message from the inbox; this reopens no case',
      params: byId,
      body: replyShape,
      answer: messageShape,
      status: 201,
      handle: async ({ actor, params, body }) =>
        showMessage(ctx, actor, await replyToMessage(ctx, actor, params.id, body)),
    }),
    door({
      method: 'POST',
      path: '/messages/:id/delivery',
      resource: 'Messages',
      summary:
        'Send a reply again that failed or whose arrival is in doubt: the same mail, with the same Message-ID',
      params: byId,
      answer: messageShape,
      handle: async ({ actor, params }) => {
        await retryDelivery(ctx, actor, params.id)
        return showMessage(ctx, actor, params.id)
      },
    }),
  ]
}

function intakeDoor(ctx: Context): Door {
  return door({
    method: 'POST',
    path: '/intake/:channelId',
    resource: 'Intake',
    summary: 'Hand in a message from another system; the same id again is the same message',
    params: z.object({ channelId: idShape }),
    body: intakeShape,
    answer: intakeAnswerShape,
    handle: async ({ actor, params, body, reply }) => {
      const { messageId, duplicate } = await takeIntake(ctx, actor, params.channelId, body)
      const message = await showMessage(ctx, actor, messageId)
      reply.status(duplicate ? 200 : 201)
      return { messageId, conversationId: message.conversation.id, case: message.case, duplicate }
    },
  })
}
