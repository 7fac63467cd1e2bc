import { IconChevronDown } from '@tabler/icons-react'
import classes from './filter-picker.module.css'
import { Picker, type PickerOption } from './picker.tsx'

type Props = {
  label: string
  /** What is chosen, in words; null when the filter lets everything through. */
  chosen: string | null
  /** What stands on it while it lets everything through; its name, unless given. */
  idle?: string
  options: PickerOption[]
  value: string | readonly string[] | null
  several?: boolean
  onPick: (value: string) => void
}

/** A filter above a list: its name, or what it lets through. */
export function FilterPicker({ label, idle, chosen, options, value, several = false, onPick }: Props) {
  return (
    <Picker
      label={label}
      options={options}
      value={value}
      several={several}
      onPick={onPick}
      className={chosen === null ? classes.filter : classes.active}
    >
      {(chosen ?? idle) && <span className="visually-hidden">{label}: </span>}
      <span className={classes.text}>{chosen ?? idle ?? label}</span>
      <IconChevronDown size={13} stroke={2} aria-hidden />
    </Picker>
  )
}
