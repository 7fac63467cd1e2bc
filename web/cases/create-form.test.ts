import { expect, test } from 'vitest'
import { emptyDraft, requestOf } from './create-form.ts'

const me = '0198f000-0000-7000-8000-000000000001'

test('CF-13 IN-04 IN-05: Medium is preselected; what was left empty is not sent', () => {
  expect(
    requestOf({ ...emptyDraft, assigneeId: me, comment: '  ' }, { kind: 'message', id: 'm' }, null),
  ).toEqual({
    messageId: 'm',
    assigneeId: me,
    priority: 'medium',
    completeMessage: false,
  })
})

test('IN-16: by hand a case has a subject and a channel, and no message', () => {
  const draft = { ...emptyDraft, subject: 'Gate', teamId: 't', tags: ['vip'], completeMessage: true }
  expect(requestOf(draft, { kind: 'hand' }, 'desk')).toEqual({
    channelId: 'desk',
    subject: 'Gate',
    teamId: 't',
    tags: ['vip'],
    priority: 'medium',
  })
})
