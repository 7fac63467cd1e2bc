import type { ComboboxStore } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { choosable } from '#domain/cases/lifecycle.ts'
import type { Status } from '#domain/cases/status.ts'
import type { Case } from '#domain/cases/wire.ts'
import { lastList, neighbourOf } from '#web/cases/last-list.ts'
import { refusalOf } from '#web/cases/status-picker.tsx'
import { type CaseActs, standingOf } from '#web/cases/use-case-acts.ts'
import { type Command, useCommands } from '#web/platform/commands.ts'
import { sentenceOf } from '#web/platform/sentences.ts'
import { useMe } from '#web/platform/session.ts'
import { words } from '#web/platform/words.ts'

type Pickers = { status: ComboboxStore; assignee: ComboboxStore; priority: ComboboxStore }
type Choose = (status: Exclude<Status, 'new'>) => void

const say = words.casePage
const group = words.groups.case

/** Everything that can be done with the open case, by key and from the palette. */
export function useCaseCommands(of: Case, acts: CaseActs, choose: Choose, pickers: Pickers): void {
  const me = useMe()
  const status = refusalOf(of.may.changeStatus)
  const work = refusalOf(of.may.work)
  const resolvable = choosable(standingOf(of)).includes('resolved')
  const whyNot = status ?? (resolvable ? undefined : sentenceOf('STATUS_NOT_REACHABLE'))
  const mine = of.assignee?.id === me.id ? words.cases.status[of.status] : undefined
  const command = (id: string, title: string, run: () => void, rest: Partial<Command> = {}): Command => ({
    id,
    group,
    title,
    run,
    ...rest,
  })
  useCommands([
    ...useSteps(of.number),
    command('claim', say.claim, acts.claim, { keys: 'c', refusal: refusalOf(of.may.claim) }),
    command('assign', say.assign, () => pickers.assignee.openDropdown(), { keys: 'a', refusal: work }),
    command('assign-to-me', say.assignToMe, () => acts.assign({ id: me.id, name: me.name }), {
      refusal: mine === undefined ? work : words.cases.create.assignToMe,
    }),
    command('status', say.status, () => pickers.status.openDropdown(), { keys: 's', refusal: status }),
    command('priority', say.priority, () => pickers.priority.openDropdown(), { keys: 'p', refusal: work }),
    command('resolve', say.resolve, () => choose('resolved'), {
      keys: 'e',
      also: 'done close',
      refusal: whyNot,
    }),
  ])
}

function useSteps(number: number): Command[] {
  const navigate = useNavigate()
  const list = words.groups.list
  const step = (by: 1 | -1) => {
    const to = neighbourOf(number, by)
    if (to !== undefined)
      void navigate({ to: '/cases/$number', params: { number: String(to) }, replace: true })
  }
  const back = () => void navigate({ to: '/cases', search: lastList().search })
  return [
    { id: 'list-next', group: list, title: say.next, keys: 'j', quiet: true, run: () => step(1) },
    { id: 'list-previous', group: list, title: say.previous, keys: 'k', quiet: true, run: () => step(-1) },
    { id: 'back', group: list, title: say.back, keys: 'escape', quiet: true, run: back },
  ]
}
