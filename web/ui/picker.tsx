import { Combobox, type ComboboxStore, ScrollArea, useCombobox } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { type ReactNode, useEffect, useState } from 'react'
import { words } from '#web/platform/words.ts'
import classes from './picker.module.css'

/** One thing to pick. */
export type PickerOption = {
  value: string
  label: string
  mark?: ReactNode
  hint?: string | undefined
  /** Why it cannot be picked just now; shown under it. */
  refusal?: string | undefined
  group?: string | undefined
}

type Props = {
  /** What is being picked, for screen readers and as the placeholder of the search. */
  label: string
  options: PickerOption[]
  value: string | readonly string[] | null
  onPick: (value: string) => void
  /** Stays open so that several can be picked. */
  several?: boolean
  /** Offers what was typed when nothing fits exactly: new tags. */
  make?: (text: string) => string
  disabled?: boolean
  width?: number
  /** Given by the page when a key opens the picker. */
  store?: ComboboxStore
  /** What opens it; takes a click handler by itself. */
  children: ReactNode
  className?: string | undefined
  position?: 'bottom-start' | 'bottom-end' | 'top-start'
}

/** The store of a picker; made by the page when a key opens it. */
export function usePicker(): ComboboxStore {
  const store: ComboboxStore = useCombobox({
    onDropdownOpen: () => {
      store.focusSearchInput()
      store.selectActiveOption()
    },
    onDropdownClose: () => {
      store.resetSelectedOption()
      store.focusTarget()
    },
  })
  return store
}

/** A button that opens a short searchable list: every choice of the product looks and works like this. */
export function Picker(props: Props) {
  const own = usePicker()
  const store = props.store ?? own
  const [search, setSearch] = useState('')
  const { selectFirstOption, dropdownOpened, searchRef } = store
  useEffect(() => {
    if (dropdownOpened) searchRef.current?.focus()
  }, [dropdownOpened, searchRef])
  useEffect(() => {
    if (search !== '') selectFirstOption()
  }, [search, selectFirstOption])
  const pick = (value: string) => {
    props.onPick(value)
    setSearch('')
    if (!props.several) store.closeDropdown()
  }
  return (
    <Combobox
      store={store}
      width={props.width ?? 250}
      position={props.position ?? 'bottom-start'}
      shadow="md"
      onOptionSubmit={pick}
      onClose={() => setSearch('')}
      {...(props.disabled ? { disabled: true } : {})}
      withinPortal
    >
      <Combobox.Target withAriaAttributes={false}>
        <button
          type="button"
          className={props.className ?? classes.target}
          disabled={props.disabled}
          aria-haspopup="listbox"
          aria-expanded={store.dropdownOpened}
          onClick={() => store.toggleDropdown()}
        >
          {props.children}
        </button>
      </Combobox.Target>
      <Combobox.Dropdown className={classes.dropdown ?? ''}>
        <Combobox.Search
          value={search}
          onChange={event => setSearch(event.currentTarget.value)}
          placeholder={props.label}
          aria-label={props.label}
          classNames={{ input: classes.search ?? '' }}
        />
        <Options {...props} search={search.trim()} />
      </Combobox.Dropdown>
    </Combobox>
  )
}

function fitting(options: PickerOption[], search: string): PickerOption[] {
  const wanted = search.toLowerCase()
  return options.filter(
    option => option.label.toLowerCase().includes(wanted) || option.hint?.toLowerCase().includes(wanted),
  )
}

function Options({ options, value, search, make }: Props & { search: string }) {
  const shown = fitting(options, search)
  const chosen = (one: string) =>
    typeof value === 'string' || value === null ? one === value : value.includes(one)
  const exact = options.some(option => option.label.toLowerCase() === search.toLowerCase())
  const groups = Map.groupBy(shown, option => option.group)
  return (
    <Combobox.Options>
      <ScrollArea.Autosize mah={300} type="scroll">
        {[...groups].map(([group, members]) =>
          group === undefined ? (
            members.map(option => <Option key={option.value} option={option} chosen={chosen(option.value)} />)
          ) : (
            <Combobox.Group key={group} label={group}>
              {members.map(option => (
                <Option key={option.value} option={option} chosen={chosen(option.value)} />
              ))}
            </Combobox.Group>
          ),
        )}
        {make && search !== '' && !exact && <Combobox.Option value={search}>{make(search)}</Combobox.Option>}
        {shown.length === 0 && !(make && search !== '') && (
          <Combobox.Empty>{words.picker.none}</Combobox.Empty>
        )}
      </ScrollArea.Autosize>
    </Combobox.Options>
  )
}

function Option({ option, chosen }: { option: PickerOption; chosen: boolean }) {
  return (
    <Combobox.Option
      value={option.value}
      active={chosen}
      selected={chosen}
      disabled={option.refusal !== undefined}
      className={classes.option ?? ''}
    >
      {option.mark}
      <span className={classes.label}>
        {option.label}
        {option.refusal !== undefined && <span className={classes.refusal}>{option.refusal}</span>}
      </span>
      {option.hint && <span className={classes.hint}>{option.hint}</span>}
      {chosen && <IconCheck size={14} stroke={2} aria-hidden />}
    </Combobox.Option>
  )
}
