import { MultiSelect, type MultiSelectProps } from '@mantine/core'
import classes from './people-select.module.css'
import { PersonAvatar } from './person-avatar.tsx'

export type PersonChoice = { id: string; name: string; email: string }

type Props = Pick<MultiSelectProps, 'label' | 'placeholder' | 'disabled' | 'aria-label'> & {
  people: readonly PersonChoice[]
  value: string[]
  onChange: (ids: string[]) => void
}

/** Several people, found by name or e-mail as one types. */
export function PeopleSelect({ people, value, onChange, ...rest }: Props) {
  const byId = new Map(people.map(person => [person.id, person]))
  return (
    <MultiSelect
      {...rest}
      data={people.map(person => ({ value: person.id, label: person.name }))}
      value={value}
      onChange={onChange}
      searchable
      hidePickedOptions
      clearSearchOnChange
      limit={60}
      maxDropdownHeight={280}
      filter={({ options, search, limit }) => {
        const wanted = search.trim().toLowerCase()
        const fits = (id: string) => {
          const person = byId.get(id)
          return person ? `${person.name} ${person.email}`.toLowerCase().includes(wanted) : false
        }
        return options.filter(option => 'value' in option && fits(option.value)).slice(0, limit)
      }}
      renderOption={({ option }) => (
        <span className={classes.option}>
          <PersonAvatar name={option.label} size={22} />
          <span className={classes.names}>
            <span>{option.label}</span>
            <span className={classes.email}>{byId.get(option.value)?.email}</span>
          </span>
        </span>
      )}
    />
  )
}
