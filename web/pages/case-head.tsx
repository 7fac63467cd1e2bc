import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconArrowLeft, IconChevronDown, IconChevronUp, IconLayoutSidebarRight } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import type { Status } from '#domain/cases/status.ts'
import type { Case } from '#domain/cases/wire.ts'
import { AssigneePicker } from '#web/cases/assignee-picker.tsx'
import { DeadlineMark } from '#web/cases/deadline-mark.tsx'
import { lastList, neighbourOf } from '#web/cases/last-list.ts'
import { PriorityPicker } from '#web/cases/priority-picker.tsx'
import { refusalOf, StatusPicker } from '#web/cases/status-picker.tsx'
import { SubjectLine } from '#web/cases/subject-line.tsx'
import type { CaseActs } from '#web/cases/use-case-acts.ts'
import { useMe } from '#web/platform/session.ts'
import { words } from '#web/platform/words.ts'
import { KeyHint } from '#web/ui/key-hint.tsx'
import { usePicker } from '#web/ui/picker.tsx'
import { useCaseCommands } from './case-commands.ts'
import { CaseMenu } from './case-menu.tsx'
import classes from './case-page.module.css'

const say = words.casePage

type Props = {
  of: Case
  acts: CaseActs
  onStatus: (status: Exclude<Status, 'new'>) => void
  onDetails: () => void
}

/** The head of a case: number, subject, and what is changed most: status, assignee, priority. */
export function CaseHead({ of, acts, onStatus, onDetails }: Props) {
  const me = useMe()
  const pickers = { status: usePicker(), assignee: usePicker(), priority: usePicker() }
  useCaseCommands(of, acts, onStatus, pickers)
  const mine = of.assignee?.id === me.id
  return (
    <header className={classes.head}>
      <Tooltip label={say.back}>
        <Link to="/cases" search={lastList().search} aria-label={say.back}>
          <ActionIcon component="span">
            <IconArrowLeft size={17} stroke={1.8} />
          </ActionIcon>
        </Link>
      </Tooltip>
      <SubjectLine
        number={of.number}
        subject={of.subject}
        refusal={refusalOf(of.may.work)}
        onSave={acts.setSubject}
      />
      <div className={classes.controls}>
        <DeadlineMark row={of} />
        {of.may.claim.ok ? (
          <Button onClick={acts.claim} rightSection={<KeyHint keys="c" />}>
            {say.claim}
          </Button>
        ) : (
          !mine &&
          of.assignee === null &&
          of.may.work.ok && (
            <Button variant="default" onClick={() => acts.assign({ id: me.id, name: me.name })}>
              {say.assignToMe}
            </Button>
          )
        )}
        <StatusPicker of={of} onPick={onStatus} store={pickers.status} className={classes.control} />
        <AssigneePicker of={of} onPick={acts.assign} store={pickers.assignee} className={classes.control} />
        <PriorityPicker
          of={of}
          onPick={acts.setPriority}
          store={pickers.priority}
          className={classes.control}
        />
        <Steps number={of.number} />
        <ActionIcon className={classes.onlyNarrow ?? ''} aria-label={say.details} onClick={onDetails}>
          <IconLayoutSidebarRight size={17} stroke={1.7} />
        </ActionIcon>
        <CaseMenu of={of} />
      </div>
    </header>
  )
}

/** To the neighbours in the list from which the case was opened. */
function Steps({ number }: { number: number }) {
  const navigate = useNavigate()
  const step = (to: number | undefined, label: string, Icon: typeof IconChevronUp) => (
    <ActionIcon
      className={classes.step ?? ''}
      aria-label={label}
      title={label}
      disabled={to === undefined}
      size={26}
      onClick={() => void navigate({ to: '/cases/$number', params: { number: String(to) }, replace: true })}
    >
      <Icon size={16} stroke={1.8} />
    </ActionIcon>
  )
  const before = neighbourOf(number, -1)
  const after = neighbourOf(number, 1)
  if (before === undefined && after === undefined) return null
  return (
    <>
      {step(before, say.previous, IconChevronUp)}
      {step(after, say.next, IconChevronDown)}
    </>
  )
}
