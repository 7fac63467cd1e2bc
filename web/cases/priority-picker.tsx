import type { ComboboxStore } from '@mantine/core'
import type { Priority } from '#domain/cases/priority.ts'
import type { Case } from '#domain/cases/wire.ts'
import { useCaseSettings } from '#web/platform/directory.ts'
import { words } from '#web/platform/words.ts'
import { Picker } from '#web/ui/picker.tsx'
import { PriorityMark } from '#web/ui/priority-mark.tsx'
import { priorityOptions } from './options.tsx'
import { refusalOf } from './status-picker.tsx'

type Props = {
  of: Case
  onPick: (priority: Priority) => void
  store?: ComboboxStore
  className?: string | undefined
}

/** The priority as a control that saves at once. */
export function PriorityPicker({ of, onPick, store, className }: Props) {
  const veryHigh = useCaseSettings()?.veryHighPriority ?? false
  const refusal = refusalOf(of.may.work)
  return (
    <span title={refusal}>
      <Picker
        label={words.cases.find.priority}
        options={priorityOptions(veryHigh, of.priority)}
        value={of.priority}
        onPick={value => onPick(value as Priority)}
        disabled={refusal !== undefined}
        {...(store ? { store } : {})}
        className={className}
      >
        <PriorityMark priority={of.priority} label />
      </Picker>
    </span>
  )
}
