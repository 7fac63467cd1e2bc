import { ActionIcon, Button, Title } from '@mantine/core'
import { IconArrowLeft, IconCheck, IconPin } from '@tabler/icons-react'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { InboxRow } from '#domain/inbox/wire.ts'
import { type Command, useCommands } from '#web/platform/commands.ts'
import { sentenceOf } from '#web/platform/sentences.ts'
import { useMay } from '#web/platform/session.ts'
import { words } from '#web/platform/words.ts'
import { KeyHint } from '#web/ui/key-hint.tsx'
import { LinkButton } from '#web/ui/link-button.tsx'
import { StatusMark } from '#web/ui/status-mark.tsx'
import classes from './inbox-reading.module.css'

const route = getRouteApi('/frame/inbox')
const say = words.inbox.actions

type Props = { row: InboxRow; onComplete: () => void; onUncomplete: () => void; onCreate: () => void }

/** Subject, customer and channel of what is being read; complete it, make a case of it, or go to its case. */
export function ReadingHead({ row, onComplete, onUncomplete, onCreate }: Props) {
  const done = row.completedAt !== null
  const toggle = done ? onUncomplete : onComplete
  const refusal = useReadingCommands(row, toggle, onCreate)
  return (
    <header className={classes.head}>
      <BackButton />
      <div className={classes.titles}>
        <Title order={2} className={classes.subject ?? ''}>
          {row.subject || words.conversations.noSubject}
        </Title>
        <div className={classes.about}>
          {row.customer?.name ?? row.from?.address} · {row.channel.name}
        </div>
      </div>
      <Button
        variant="default"
        leftSection={<IconCheck size={15} stroke={1.8} />}
        rightSection={<KeyHint keys="e" />}
        onClick={toggle}
      >
        {done ? say.uncomplete : say.complete}
      </Button>
      {row.case ? (
        <CaseButton of={row.case} />
      ) : (
        <Button
          leftSection={<IconPin size={15} stroke={1.8} />}
          onClick={onCreate}
          disabled={refusal !== undefined}
          title={refusal}
        >
          {say.createCase}
        </Button>
      )}
    </header>
  )
}

function CaseButton({ of }: { of: NonNullable<InboxRow['case']> }) {
  const works = useMay().hold('cases.manage')
  if (!works) return null
  return (
    <LinkButton
      variant="default"
      to="/cases/$number"
      params={{ number: String(of.number) }}
      leftSection={<StatusMark status={of.status} />}
    >
      {words.inbox.inCase(of.number)}
    </LinkButton>
  )
}

function BackButton() {
  const navigate = route.useNavigate()
  return (
    <ActionIcon
      className={classes.back ?? ''}
      aria-label={say.back}
      onClick={() => void navigate({ search: ({ message: _, ...rest }) => rest })}
    >
      <IconArrowLeft size={17} stroke={1.8} />
    </ActionIcon>
  )
}

/** The keys of the message being read; returns why no case can be made of it, if so. */
function useReadingCommands(row: InboxRow, toggle: () => void, onCreate: () => void): string | undefined {
  const navigate = useNavigate()
  const verdict = useMay().createCase(row.channel.id)
  const refusal = verdict.ok ? undefined : sentenceOf(verdict.code, verdict.data)
  const group = words.groups.message
  const done = row.completedAt !== null
  const to = { to: '/cases/$number', params: { number: String(row.case?.number) } } as const
  const commands: Command[] = [
    { id: 'complete', group, title: done ? say.uncomplete : say.complete, keys: 'e', run: toggle },
    row.case
      ? { id: 'open-case', group, title: say.openCase, keys: 'c', run: () => void navigate(to) }
      : { id: 'create-case', group, title: say.createCase, keys: 'c', also: 'pin', refusal, run: onCreate },
  ]
  useCommands(commands)
  return refusal
}
