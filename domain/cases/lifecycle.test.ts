import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Act, choosable, decideStep, firstStatus, type Standing } from './lifecycle.ts'
import { type CloseReason, closeReasons, isActive, type Status, statuses } from './status.ts'

const owned = (status: Status, closeReason: CloseReason | null = null): Standing => ({
  status,
  closeReason,
  assigned: true,
})
const ownerless = (status: Status, closeReason: CloseReason | null = null): Standing => ({
  status,
  closeReason,
  assigned: false,
})
const choose = (to: Exclude<Status, 'new'>): Act => ({ kind: 'choose', to })

function stepped(standing: Standing, act: Act) {
  const verdict = decideStep(standing, act)
  if (!verdict.ok) throw new Error(verdict.code)
  return verdict.value
}

test('SM-T1 SM-T2 ST-10: a case is born new without and open with an assignee', () => {
  expect(firstStatus(false)).toBe('new')
  expect(firstStatus(true)).toBe('open')
})

test.each([
  ['SM-T3 ST-10', ownerless('new'), { kind: 'assign' }, 'open', null, false],
  ['SM-T4 ST-10', owned('open'), { kind: 'unassign' }, 'new', null, false],
  ['SM-T4', owned('waiting'), { kind: 'unassign' }, 'new', null, false],
  ['SM-T4', owned('on_hold'), { kind: 'unassign' }, 'new', null, false],
  ['SM-T5 ST-01', owned('open'), choose('on_hold'), 'on_hold', null, true],
  ['SM-T5 SM-05', ownerless('new'), choose('on_hold'), 'on_hold', null, true],
  ['SM-T6 ST-11', owned('waiting'), { kind: 'customer_wrote' }, 'open', null, true],
  ['SM-T6', ownerless('waiting'), { kind: 'customer_wrote' }, 'new', null, true],
  ['SM-T7', owned('open'), choose('resolved'), 'resolved', 'done', true],
  ['SM-T8', owned('waiting'), choose('closed'), 'closed', 'manual', true],
  ['SM-T9', owned('open'), { kind: 'went_quiet' }, 'closed', 'inactivity', true],
  ['SM-T10', owned('open'), choose('spam'), 'spam', 'spam', true],
  ['SM-T10', owned('resolved', 'done'), choose('spam'), 'spam', 'spam', true],
  ['SM-T11 ST-16', owned('open'), choose('canceled'), 'canceled', 'canceled', true],
  ['SM-T12', owned('open'), { kind: 'merged_into' }, 'closed', 'merged', true],
  ['SM-T13 CC-21', owned('resolved', 'done'), { kind: 'grace_over' }, 'closed', 'done', false],
  ['SM-T13', owned('resolved', 'done'), choose('closed'), 'closed', 'done', true],
  ['SM-T14 CC-04', owned('resolved', 'done'), { kind: 'reopen_for_message' }, 'open', null, true],
  ['SM-T15', ownerless('closed', 'manual'), { kind: 'reopen_for_message' }, 'new', null, true],
  ['SM-T16 ST-05', owned('closed', 'manual'), choose('open'), 'open', null, true],
  ['SM-T16', ownerless('spam', 'spam'), choose('open'), 'new', null, true],
  ['SM-T16 SM-06', owned('closed', 'duplicate'), choose('open'), 'open', null, true],
] as const)('%s: %o by %o becomes %s', (_ids, standing, act, status, closeReason, resetsTimer) => {
  expect(stepped(standing, act)).toMatchObject({ status, closeReason, resetsTimer })
})

test.each([
  ['ST-14: the status it already has', owned('open'), choose('open')],
  ['AS-09: assigning a closed case', ownerless('closed', 'manual'), { kind: 'assign' }],
  ['AS-09: unassigning a closed case', owned('spam', 'spam'), { kind: 'unassign' }],
  ['ST-13: a message on a case on hold', owned('on_hold'), { kind: 'customer_wrote' }],
  ['CC-09: a message on spam', owned('spam', 'spam'), { kind: 'reopen_for_message' }],
  ['ST-16: a message on a canceled case', owned('canceled', 'canceled'), { kind: 'reopen_for_message' }],
] as const)('%s changes nothing', (_title, standing, act) => {
  expect(stepped(standing, act)).toBeNull()
})

test('LK-12: a merged case cannot be moved by hand', () => {
  expect(decideStep(owned('closed', 'merged'), choose('open'))).toEqual({ ok: false, code: 'MERGED' })
})

test('a closed case cannot be resolved or canceled; it is reopened first', () => {
  expect(decideStep(owned('closed', 'manual'), choose('resolved'))).toMatchObject({
    ok: false,
    code: 'STATUS_NOT_REACHABLE',
  })
  expect(decideStep(owned('closed', 'manual'), choose('canceled'))).toMatchObject({
    ok: false,
    code: 'STATUS_NOT_REACHABLE',
  })
})

test('ST-01: Open, On hold and Closed reach each other in any direction', () => {
  for (const [from, reason] of [
    ['open', null],
    ['on_hold', null],
    ['closed', 'manual'],
  ] as const) {
    for (const to of ['open', 'on_hold', 'closed'] as const) {
      if (to !== from) expect(choosable(owned(from, reason))).toContain(to)
    }
  }
})

const acts: fc.Arbitrary<Act> = fc.oneof(
  fc.constantFrom<Act>(
    { kind: 'assign' },
    { kind: 'unassign' },
    { kind: 'customer_wrote' },
    { kind: 'reopen_for_message' },
    { kind: 'went_quiet' },
    { kind: 'grace_over' },
    { kind: 'duplicate_of' },
    { kind: 'merged_into' },
  ),
  fc
    .constantFrom(...statuses.filter((status): status is Exclude<Status, 'new'> => status !== 'new'))
    .map(choose),
)

test('SM-04 ST-15: over any sequence of acts a new case has no owner and a closed one a reason', () => {
  fc.assert(
    fc.property(fc.boolean(), fc.array(acts, { maxLength: 40 }), (assigned, sequence) => {
      let standing: Standing = { status: firstStatus(assigned), closeReason: null, assigned }
      for (const act of sequence) {
        const verdict = decideStep(standing, act)
        const owner = act.kind === 'assign' ? true : act.kind === 'unassign' ? false : standing.assigned
        const step = verdict.ok ? verdict.value : null
        standing = {
          status: step?.status ?? standing.status,
          closeReason: step ? step.closeReason : standing.closeReason,
          assigned: owner,
        }
        expect(standing.status === 'new' && standing.assigned).toBe(false)
        expect(isActive(standing.status)).toBe(standing.closeReason === null)
        if (standing.closeReason) expect(closeReasons).toContain(standing.closeReason)
        if (step) expect(step.reopens && step.closes).toBe(false)
      }
    }),
  )
})

test('every status offered by hand can be taken, and none that is refused is offered', () => {
  fc.assert(
    fc.property(fc.constantFrom(...statuses), fc.boolean(), (status, assigned) => {
      const standing: Standing = {
        status,
        assigned: assigned && status !== 'new',
        closeReason: isActive(status) ? null : 'manual',
      }
      for (const to of choosable(standing)) expect(stepped(standing, choose(to))).not.toBeNull()
      expect(choosable(standing)).not.toContain(status)
    }),
  )
})
