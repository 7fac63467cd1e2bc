import { Button, Group, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Case } from '#domain/cases/wire.ts'
import { words } from '#web/platform/words.ts'
import classes from './case-details.module.css'
import { refusalOf } from './status-picker.tsx'

/** The description; it changes only by an explicit Edit (CF-18). */
export function DescriptionField({ of, onSave }: { of: Case; onSave: (description: string) => void }) {
  const [text, setText] = useState<string | null>(null)
  if (text === null) {
    return (
      <>
        <div className={of.description ? classes.description : classes.note}>
          {of.description || words.casePage.noDescription}
        </div>
        {of.may.work.ok && (
          <Button
            mt={6}
            size="compact-xs"
            variant="default"
            title={refusalOf(of.may.work)}
            onClick={() => setText(of.description)}
          >
            {words.actions.edit}
          </Button>
        )}
      </>
    )
  }
  const save = () => {
    if (text !== of.description) onSave(text)
    setText(null)
  }
  return (
    <>
      <Textarea
        aria-label={words.cases.field.description}
        autosize
        minRows={4}
        maxRows={14}
        autoFocus
        value={text}
        onChange={event => setText(event.currentTarget.value)}
      />
      <Group gap="xs" mt={6}>
        <Button onClick={save}>{words.actions.save}</Button>
        <Button variant="default" onClick={() => setText(null)}>
          {words.actions.cancel}
        </Button>
      </Group>
    </>
  )
}
