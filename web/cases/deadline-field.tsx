import { Button, Group, Popover, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Case } from '#domain/cases/wire.ts'
import { dayAndTime, exact, fromZoned, toZoned, useNow } from '#web/platform/clock.ts'
import { useTimeZone } from '#web/platform/session.ts'
import { words } from '#web/platform/words.ts'
import classes from './case-details.module.css'
import { refusalOf } from './status-picker.tsx'

const say = words.casePage

type Props = { of: Case; onChange: (deadlineAt: string | null) => void }

/** When the case is due, in the viewer's zone; set and cleared by hand. */
export function DeadlineField({ of, onChange }: Props) {
  const [open, setOpen] = useState(false)
  const zone = useTimeZone()
  const now = useNow()
  const refusal = refusalOf(of.may.work)
  const change = (deadlineAt: string | null) => {
    setOpen(false)
    onChange(deadlineAt)
  }
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" trapFocus>
      <Popover.Target>
        <button
          type="button"
          className={classes.control}
          disabled={refusal !== undefined}
          title={refusal ?? (of.deadlineAt ? exact(new Date(of.deadlineAt), zone) : undefined)}
          onClick={() => setOpen(!open)}
        >
          <span className={of.deadlineAt ? undefined : classes.empty}>
            {of.deadlineAt ? dayAndTime(new Date(of.deadlineAt), now, zone) : say.setDeadline}
          </span>
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <DeadlineForm at={of.deadlineAt} zone={zone} onChange={change} />
      </Popover.Dropdown>
    </Popover>
  )
}

type FormProps = { at: string | null; zone: string; onChange: (deadlineAt: string | null) => void }

function DeadlineForm({ at, zone, onChange }: FormProps) {
  const [text, setText] = useState(at ? toZoned(new Date(at), zone) : '')
  const save = (event: FormEvent) => {
    event.preventDefault()
    const moment = fromZoned(text, zone)
    if (moment) onChange(moment.toISOString())
  }
  return (
    <form onSubmit={save}>
      <TextInput
        type="datetime-local"
        label={say.deadlineAt(zone)}
        required
        withAsterisk={false}
        value={text}
        onChange={event => setText(event.currentTarget.value)}
      />
      <Group justify="flex-end" gap="xs" mt="sm">
        {at && (
          <Button variant="default" onClick={() => onChange(null)}>
            {say.clearDeadline}
          </Button>
        )}
        <Button type="submit">{words.actions.save}</Button>
      </Group>
    </form>
  )
}
