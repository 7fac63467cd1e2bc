import { expect, test } from 'vitest'
import { recipientsOf } from './recipients.ts'

const circle = {
  assigneeId: 'ada',
  assignedById: 'bob',
  createdById: 'cleo',
  collaboratorIds: ['dan'],
  teamMemberIds: ['ada', 'eve'],
}
const told = (kind: string, data: Record<string, unknown>, byId: string | null = null, around = circle) =>
  recipientsOf({ kind, byId, data }, around).map(each => `${each.userId} ${each.kind}`)

test('NT-01 NT-06: an assignment tells the assignee, and nobody who assigns to himself', () => {
  expect(told('case.assigned', { toId: 'ada' }, 'bob')).toEqual(['ada assigned_to_me'])
  expect(told('case.assigned', { toId: 'ada' }, 'ada')).toEqual([])
})

test('NT-03: a case in the queue tells the team; an owned one does not', () => {
  expect(told('case.created', {}, 'eve', { ...circle, assigneeId: null as never })).toEqual([
    'ada available_on_my_team',
  ])
  expect(told('case.created', {}, 'eve')).toEqual([])
})

test('AR-13: a reopened case tells its owner, or its team when it went back to the queue', () => {
  expect(told('case.reopened', {})).toEqual(['ada reopened'])
  expect(told('case.reopened', {}, null, { ...circle, assigneeId: null as never })).toEqual([
    'ada available_on_my_team',
    'eve available_on_my_team',
  ])
})

test('NT-08: closing tells creator, assigner, assignee and followers, except who closed it', () => {
  expect(told('case.status_changed', { closeReason: 'manual' }, 'ada')).toEqual([
    'cleo closed',
    'bob closed',
    'dan closed',
  ])
})

test.each([
  ['AC-20 NT-02', 'inactivity'],
  ['LK-13', 'merged'],
  ['LK-13', 'duplicate'],
])('%s: a close by %s tells nobody', (_id, closeReason) => {
  expect(told('case.status_changed', { closeReason })).toEqual([])
})

test('ACT-07: a mention reaches the person as a mention, once, also when they own the case', () => {
  expect(told('case.commented', { mentions: ['ada', 'eve'] }, 'bob')).toEqual([
    'ada mentioned',
    'eve mentioned',
  ])
})

test('IN-05: the comment of a new case comes with its assignment, not beside it', () => {
  expect(told('case.commented', { mentions: [], opening: true }, 'bob')).toEqual([])
})

test('ST-03: a reply that could not be sent tells its author, who did not do that', () => {
  expect(told('message.delivery_changed', { state: 'failed', authorId: 'bob' })).toEqual([
    'bob delivery_failed',
  ])
  expect(told('message.delivery_changed', { state: 'sent', authorId: 'bob' })).toEqual([])
})
