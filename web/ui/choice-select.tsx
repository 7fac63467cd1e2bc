import { Select, Text } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './choice-select.module.css'

/** One thing to choose, with a line that says what it means. */
export type Choice<Value extends string> = { value: Value; label: string; hint?: string }

type Props<Value extends string> = {
  choices: readonly Choice<Value>[]
  value: Value
  onChange: (value: Value) => void
  id?: string
  /** The label above the field, in forms. */
  label?: ReactNode
  /** The name for screen readers where the label stands elsewhere. */
  name?: string
  describedBy?: string
  searchable?: boolean
  disabled?: boolean
  width?: number | string
}

/** A choice of one from several; each may say in a second line what it means. */
export function ChoiceSelect<Value extends string>(props: Props<Value>) {
  const { choices, value, onChange, describedBy, label, name, id } = props
  const hintOf = (one: string) => choices.find(choice => choice.value === one)?.hint
  return (
    <Select
      data={choices.map(one => ({ value: one.value, label: one.label }))}
      value={value}
      onChange={chosen => chosen !== null && onChange(chosen as Value)}
      allowDeselect={false}
      searchable={props.searchable ?? false}
      disabled={props.disabled ?? false}
      w={props.width ?? '100%'}
      limit={500}
      maxDropdownHeight={440}
      comboboxProps={{ shadow: 'md', withinPortal: true, position: 'bottom-end', width: 'max-content' }}
      {...(id ? { id } : {})}
      {...(label ? { label } : {})}
      {...(name ? { 'aria-label': name } : {})}
      {...(describedBy ? { 'aria-describedby': describedBy } : {})}
      renderOption={({ option, checked }) => (
        <span className={classes.option}>
          <span className={classes.words}>
            {option.label}
            {hintOf(option.value) && (
              <Text component="span" size="xs" c="dimmed" className={classes.hint}>
                {hintOf(option.value)}
              </Text>
            )}
          </span>
          {checked && <IconCheck size={14} stroke={2} className={classes.check} aria-hidden />}
        </span>
      )}
    />
  )
}
