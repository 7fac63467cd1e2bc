import type { Priority } from '#domain/cases/priority.ts'
import { usualType } from '#domain/cases/types.ts'
import { useCaseSettings, useCaseTypes } from '#web/platform/directory.ts'
import { words } from '#web/platform/words.ts'
import { Picker } from '#web/ui/picker.tsx'
import { PriorityMark } from '#web/ui/priority-mark.tsx'
import type { FormPart } from './create-form.ts'
import classes from './create-sheet.module.css'
import { LabelledField } from './labelled-field.tsx'
import { priorityOptions, typeOptions } from './options.tsx'

/** Case type and priority; General and Medium unless somebody chooses otherwise (CF-12, CF-13). */
export function CreateKind({ draft, change }: FormPart) {
  const types = useCaseTypes()
  const veryHigh = useCaseSettings()?.veryHighPriority ?? false
  const type = types.find(one => one.id === draft.typeId) ?? types.find(one => one.name === usualType)
  return (
    <div className={classes.pair}>
      <LabelledField label={words.cases.field.type}>
        <Picker
          label={words.cases.find.type}
          options={typeOptions(types)}
          value={type?.id ?? null}
          onPick={value => change({ typeId: value })}
          className={classes.field}
        >
          <span>{type?.name ?? usualType}</span>
        </Picker>
      </LabelledField>
      <LabelledField label={words.cases.field.priority}>
        <Picker
          label={words.cases.find.priority}
          options={priorityOptions(veryHigh, draft.priority)}
          value={draft.priority}
          onPick={value => change({ priority: value as Priority })}
          className={classes.field}
          position="bottom-end"
        >
          <PriorityMark priority={draft.priority} label />
        </Picker>
      </LabelledField>
    </div>
  )
}
