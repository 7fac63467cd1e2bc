import { Switch } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import { type Choice, ChoiceSelect } from '#web/ui/choice-select.tsx'
import { SettingRow } from './setting-row.tsx'
import { useSaving } from './use-saving.ts'

type SwitchProps = {
  label: ReactNode
  hint?: ReactNode
  on: boolean
  onSave: (on: boolean) => Promise<unknown>
}

/** Something that is on or off; saved at once, and put back with the reason when that fails. */
export function SwitchSetting({ label, hint, on, onSave }: SwitchProps) {
  const id = useId()
  const { saving, run, hoped } = useSaving(onSave)
  return (
    <SettingRow
      label={label}
      hint={hint}
      controlId={id}
      saving={saving}
      control={
        <Switch
          id={id}
          size="sm"
          checked={hoped(on)}
          aria-describedby={`${id}-hint`}
          onChange={event => run(event.currentTarget.checked)}
        />
      }
    />
  )
}

type SelectProps<Value extends string> = {
  label: ReactNode
  hint?: ReactNode
  value: Value
  choices: readonly Choice<Value>[]
  onSave: (value: Value) => Promise<unknown>
  /** Comes between choosing and saving: to ask something first. */
  before?: (value: Value, go: () => void) => void
  searchable?: boolean
  disabled?: boolean
  below?: ReactNode
}

/** One of several; saved at once, and put back with the reason when that fails. */
export function SelectSetting<Value extends string>(props: SelectProps<Value>) {
  const id = useId()
  const { saving, run, hoped } = useSaving(props.onSave)
  const choose = (value: Value) => {
    if (value === props.value) return
    if (props.before) props.before(value, () => run(value))
    else run(value)
  }
  return (
    <SettingRow
      label={props.label}
      hint={props.hint}
      controlId={id}
      width="field"
      saving={saving}
      below={props.below}
      control={
        <ChoiceSelect
          id={id}
          describedBy={`${id}-hint`}
          choices={props.choices}
          value={hoped(props.value)}
          onChange={choose}
          searchable={props.searchable ?? false}
          disabled={props.disabled ?? false}
        />
      }
    />
  )
}
