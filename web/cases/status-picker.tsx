import type { ComboboxStore } from '@mantine/core'
import { choosable } from '#domain/cases/lifecycle.ts'
import type { Status } from '#domain/cases/status.ts'
import type { Case } from '#domain/cases/wire.ts'
import { sentenceOf } from '#web/platform/sentences.ts'
import { words } from '#web/platform/words.ts'
import { Picker } from '#web/ui/picker.tsx'
import { StatusMark } from '#web/ui/status-mark.tsx'
import { standingOf } from './use-case-acts.ts'

type Verdict = Case['may'][keyof Case['may']]

/** Why something may not be done, as a sentence; undefined when it may. */
export function refusalOf(verdict: Verdict): string | undefined {
  return verdict.ok ? undefined : sentenceOf(verdict.code, verdict.data)
}

type Props = {
  of: Case
  onPick: (status: Exclude<Status, 'new'>) => void
  store?: ComboboxStore
  className?: string | undefined
}

/** The status as a control: offers only what can be reached from here, and says why when nothing may be changed. */
export function StatusPicker({ of, onPick, store, className }: Props) {
  const refusal = refusalOf(of.may.changeStatus)
  const options = choosable(standingOf(of)).map(status => ({
    value: status,
    label: words.cases.status[status],
    mark: <StatusMark status={status} />,
    hint: words.cases.statusHint[status],
  }))
  return (
    <span title={refusal}>
      <Picker
        label={words.cases.find.status}
        options={options}
        value={of.status}
        onPick={value => onPick(value as Exclude<Status, 'new'>)}
        disabled={refusal !== undefined}
        width={370}
        {...(store ? { store } : {})}
        className={className}
      >
        <StatusMark status={of.status} label />
      </Picker>
    </span>
  )
}
