import { ActionIcon, Button, TextInput, Tooltip } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { words } from '#web/platform/words.ts'
import classes from './subject-line.module.css'

type Props = {
  number: number
  subject: string
  refusal: string | undefined
  onSave: (subject: string) => void
}

/** Number and subject; the subject changes only by an explicit Edit (CF-18, D-22). */
export function SubjectLine({ number, subject, refusal, onSave }: Props) {
  const [text, setText] = useState<string | null>(null)
  if (text !== null) {
    const save = (event: FormEvent) => {
      event.preventDefault()
      if (text.trim() !== '' && text.trim() !== subject) onSave(text.trim())
      setText(null)
    }
    return <SubjectForm text={text} onChange={setText} onSave={save} onCancel={() => setText(null)} />
  }
  return (
    <div className={classes.line}>
      <span className={classes.number}>{words.cases.number(number)}</span>
      <h1 className={classes.subject} title={subject}>
        {subject || words.conversations.noSubject}
      </h1>
      <Tooltip label={refusal ?? words.casePage.editSubject}>
        <ActionIcon
          size={22}
          className={classes.edit ?? ''}
          aria-label={words.casePage.editSubject}
          aria-disabled={refusal !== undefined}
          onClick={() => refusal === undefined && setText(subject)}
        >
          <IconPencil size={14} stroke={1.7} />
        </ActionIcon>
      </Tooltip>
    </div>
  )
}

type FormProps = {
  text: string
  onChange: (text: string) => void
  onSave: (event: FormEvent) => void
  onCancel: () => void
}

function SubjectForm({ text, onChange, onSave, onCancel }: FormProps) {
  return (
    <form className={classes.line} onSubmit={onSave}>
      <TextInput
        className={classes.input ?? ''}
        aria-label={words.cases.field.subject}
        autoFocus
        maxLength={255}
        value={text}
        onChange={event => onChange(event.currentTarget.value)}
        onKeyDown={event => {
          if (event.key === 'Escape') onCancel()
        }}
      />
      <Button type="submit">{words.actions.save}</Button>
      <Button variant="default" onClick={onCancel}>
        {words.actions.cancel}
      </Button>
    </form>
  )
}
