import { z } from 'zod'
import {
  assignCaseShape,
  caseCountsShape,
  casePageShape,
  caseQueryShape,
  caseShape,
  caseTypePageShape,
  changeCaseShape,
  changeStatusShape,
  commentShape,
  createCaseShape,
  createCommentShape,
  createdCaseShape,
} from '#domain/cases/wire.ts'
import { idShape, pageShape } from '#domain/kernel/shapes.ts'
import type { Actor } from '#domain/people/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { type Door, door } from '#server/platform/http/door.ts'
import { accessCase } from './access.ts'
import { assignCase, claimCase } from './assign-case.ts'
import { changeCase } from './change-case.ts'
import { changeStatus } from './change-status.ts'
import { commentOnCase } from './comment-on-case.ts'
import { createCase } from './create-case.ts'
import { deleteCase } from './delete-case.ts'
import { listCaseTypes, listTags } from './find-names.ts'
import { followCase, unfollowCase } from './follow-case.ts'
import { countCases, listCases, readCase } from './list-cases.ts'
import { caseSettings } from './settings-access.ts'
import { caseRowView, commentView, wholeCaseView } from './view.ts'

const byNumber = z.object({ number: z.coerce.number().int().min(1).max(2_147_483_647) })
const follower = byNumber.extend({ userId: idShape })
const countCap = 999

/** The doors of cases (DESIGN §6). */
export function caseRoutes(ctx: Context): Door[] {
  return [
    listDoor(ctx),
    countDoor(ctx),
    typesDoor(ctx),
    tagsDoor(ctx),
    createDoor(ctx),
    readDoor(ctx),
    changeDoor(ctx),
    deleteDoor(ctx),
    statusDoor(ctx),
    commentDoor(ctx),
    assignDoor(ctx),
    unassignDoor(ctx),
    claimDoor(ctx),
    followDoor(ctx),
    unfollowDoor(ctx),
  ]
}

/** The case as it is now, for the answer of every change. */
async function show(ctx: Context, actor: Actor, number: number) {
  return ctx.database.read(actor.workspaceId, async tx => {
    const [, row, { settings }] = await Promise.all([
      accessCase(tx, actor, number, undefined, 'read'),
      readCase(tx, number),
      caseSettings(tx),
    ])
    return wholeCaseView(actor, row!, settings)
  })
}

function listDoor(ctx: Context): Door {
  return door({
    method: 'GET',
    path: '/cases',
    resource: 'Cases',
    summary: 'Cases that you may see, filtered and sorted, a page at a time',
    query: caseQueryShape,
    answer: casePageShape,
    handle: async ({ actor, query }) => {
      const page = await ctx.database.read(actor.workspaceId, tx => listCases(tx, actor, query))
      return { items: page.rows.map(caseRowView), next: page.next }
    },
  })
}

function countDoor(ctx: Context): Door {
  return door({
    method: 'GET',
    path: '/cases/counts',
    resource: 'Cases',
    summary: 'How many cases each bucket holds within the same filters, counted up to a cap',
    query: caseQueryShape,
    answer: caseCountsShape,
    handle: ({ actor, query }) =>
      ctx.database.read(actor.workspaceId, tx => countCases(tx, actor, query, countCap)),
  })
}

function typesDoor(ctx: Context): Door {
  return door({
    method: 'GET',
    path: '/case-types',
    resource: 'Case types',
    summary: 'The types a case can have',
    answer: caseTypePageShape,
    handle: async ({ actor }) => {
      const rows = await ctx.database.read(actor.workspaceId, listCaseTypes)
      return { items: rows.map(row => ({ id: row.id, name: row.name, builtIn: row.built_in })), next: null }
    },
  })
}

function tagsDoor(ctx: Context): Door {
  return door({
    method: 'GET',
    path: '/tags',
    resource: 'Tags',
    summary: 'The tags and campaigns of the workspace',
    answer: pageShape(z.object({ name: z.string(), kind: z.enum(['tag', 'campaign']) })),
    handle: async ({ actor }) => ({
      items: await ctx.database.read(actor.workspaceId, listTags),
      next: null,
    }),
  })
}

function createDoor(ctx: Context): Door {
  return door({
    method: 'POST',
    path: '/cases',
    resource: 'Cases',
    summary: 'Open a case by hand or from a message',
    body: createCaseShape,
    answer: createdCaseShape,
    status: 201,
    handle: async ({ actor, body, reply }) => {
      const { number, visible } = await createCase(ctx, actor, body)
      reply.header('location', `/api/v1/cases/${number}`)
      return visible ? show(ctx, actor, number) : { number }
    },
  })
}

function readDoor(ctx: Context): Door {
  return door({
    method: 'GET',
    path: '/cases/:number',
    resource: 'Cases',
    summary: 'One case with what you may do to it',
    params: byNumber,
    answer: caseShape,
    handle: ({ actor, params }) => show(ctx, actor, params.number),
  })
}

function changeDoor(ctx: Context): Door {
  return door({
    method: 'PATCH',
    path: '/cases/:number',
    resource: 'Cases',
    summary: 'Change fields and tags',
    params: byNumber,
    body: changeCaseShape,
    answer: caseShape,
    handle: async ({ actor, params, body }) => {
      await changeCase(ctx, actor, params.number, body)
      return show(ctx, actor, params.number)
    },
  })
}

function deleteDoor(ctx: Context): Door {
  return door({
    method: 'DELETE',
    path: '/cases/:number',
    resource: 'Cases',
    summary: 'Delete a case; its number is never used again and its messages stay',
    params: byNumber,
    handle: ({ actor, params }) => deleteCase(ctx, actor, params.number),
  })
}

function statusDoor(ctx: Context): Door {
  return door({
    method: 'PUT',
    path: '/cases/:number/status',
    resource: 'Cases',
    summary: 'Set the status',
    params: byNumber,
    body: changeStatusShape,
    answer: caseShape,
    handle: async ({ actor, params, body }) => {
      await changeStatus(ctx, actor, params.number, body)
      return show(ctx, actor, params.number)
    },
  })
}

function commentDoor(ctx: Context): Door {
  return door({
    method: 'POST',
    path: '/cases/:number/comments',
    resource: 'Cases',
    summary: 'Add an internal comment; the customer never sees it',
    params: byNumber,
    body: createCommentShape,
    answer: commentShape,
    status: 201,
    handle: async ({ actor, params, body }) =>
      commentView(await commentOnCase(ctx, actor, params.number, body), actor.name),
  })
}

function assignDoor(ctx: Context): Door {
  return door({
    method: 'PUT',
    path: '/cases/:number/assignment',
    resource: 'Cases',
    summary: 'Give the case to a team, a person, both; null clears',
    params: byNumber,
    body: assignCaseShape,
    answer: caseShape,
    handle: async ({ actor, params, body }) => {
      await assignCase(ctx, actor, params.number, body)
      return show(ctx, actor, params.number)
    },
  })
}

function unassignDoor(ctx: Context): Door {
  return door({
    method: 'DELETE',
    path: '/cases/:number/assignment',
    resource: 'Cases',
    summary: 'Return the case to its queue',
    params: byNumber,
    answer: caseShape,
    handle: async ({ actor, params }) => {
      await assignCase(ctx, actor, params.number, { assigneeId: null })
      return show(ctx, actor, params.number)
    },
  })
}

function claimDoor(ctx: Context): Door {
  return door({
    method: 'POST',
    path: '/cases/:number/claim',
    resource: 'Cases',
    summary: 'Take a waiting case of your team; of two at once one wins',
    params: byNumber,
    answer: caseShape,
    handle: async ({ actor, params }) => {
      await claimCase(ctx, actor, params.number)
      return show(ctx, actor, params.number)
    },
  })
}

function followDoor(ctx: Context): Door {
  return door({
    method: 'PUT',
    path: '/cases/:number/collaborators/:userId',
    resource: 'Cases',
    summary: 'Let somebody follow the case',
    params: follower,
    answer: caseShape,
    handle: async ({ actor, params }) => {
      await followCase(ctx, actor, params.number, params.userId)
      return show(ctx, actor, params.number)
    },
  })
}

function unfollowDoor(ctx: Context): Door {
  return door({
    method: 'DELETE',
    path: '/cases/:number/collaborators/:userId',
    resource: 'Cases',
    summary: 'End that',
    params: follower,
    answer: caseShape,
    handle: async ({ actor, params }) => {
      await unfollowCase(ctx, actor, params.number, params.userId)
      return show(ctx, actor, params.number)
    },
  })
}
