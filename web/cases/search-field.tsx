import { CloseButton, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { type Ref, useEffect, useState } from 'react'
import { words } from '#web/platform/words.ts'
import classes from './search-field.module.css'

type Props = { value: string; onChange: (q: string | undefined) => void; inputRef: Ref<HTMLInputElement> }

/** Search within the list by number or words (CL-12, CL-23); the address follows the typing. */
export function SearchField({ value, onChange, inputRef }: Props) {
  const [text, setText] = useState(value)
  const say = useDebouncedCallback((q: string) => onChange(q.trim() || undefined), 200)
  useEffect(() => setText(value), [value])
  const type = (q: string) => {
    setText(q)
    say(q)
  }
  return (
    <TextInput
      ref={inputRef}
      type="search"
      aria-label={words.caseList.search}
      placeholder={words.caseList.search}
      leftSection={<IconSearch size={14} stroke={1.7} />}
      rightSection={
        text && <CloseButton size="sm" aria-label={words.actions.clear} onClick={() => type('')} />
      }
      value={text}
      className={classes.search ?? ''}
      onChange={event => type(event.currentTarget.value)}
      onKeyDown={event => {
        if (event.key === 'Escape') event.currentTarget.blur()
      }}
    />
  )
}
