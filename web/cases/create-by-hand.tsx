import { Textarea, TextInput } from '@mantine/core'
import { useDeskChannels } from '#web/platform/directory.ts'
import { words } from '#web/platform/words.ts'
import { Notice } from '#web/ui/notice.tsx'
import { Picker } from '#web/ui/picker.tsx'
import type { FormPart } from './create-form.ts'
import classes from './create-sheet.module.css'
import { LabelledField } from './labelled-field.tsx'

/** Subject, description and desk channel of a case that no message began. */
export function CreateByHand({ draft, change }: FormPart) {
  const desks = useDeskChannels()
  const say = words.cases
  const desk = desks.find(one => one.id === draft.channelId) ?? desks[0]
  return (
    <>
      {desks.length === 0 && <Notice tone="warn">{say.create.noDeskHint}</Notice>}
      <TextInput
        label={say.field.subject}
        required
        withAsterisk={false}
        maxLength={255}
        data-autofocus
        value={draft.subject}
        onChange={event => change({ subject: event.currentTarget.value })}
      />
      <Textarea
        label={say.field.description}
        autosize
        minRows={3}
        maxRows={10}
        value={draft.description}
        onChange={event => change({ description: event.currentTarget.value })}
      />
      {desks.length > 1 && (
        <LabelledField label={say.field.channel}>
          <Picker
            label={say.find.channel}
            options={desks.map(one => ({ value: one.id, label: one.name }))}
            value={desk?.id ?? null}
            onPick={value => change({ channelId: value })}
            className={classes.field}
          >
            <span>{desk?.name}</span>
          </Picker>
        </LabelledField>
      )}
    </>
  )
}
