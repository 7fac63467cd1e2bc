import { TagsInput } from '@mantine/core'
import { useState } from 'react'
import { words } from '#web/platform/words.ts'
import classes from './composer.module.css'

const say = words.conversations.reply
const address = /^[^\s@<>(),;]+@[^\s@<>(),;]+\.[^\s@<>(),;]+$/

/** Further people who get the reply; only things that look like addresses are taken. */
export function CcInput({ value, onChange }: { value: string[]; onChange: (list: string[]) => void }) {
  const [wrong, setWrong] = useState<string | null>(null)
  const take = (list: string[]) => {
    const bad = list.find(one => !address.test(one)) ?? null
    setWrong(bad)
    onChange(list.filter(one => address.test(one)))
  }
  return (
    <TagsInput
      aria-label={say.ccLabel}
      placeholder={value.length === 0 ? say.ccLabel : ''}
      variant="unstyled"
      className={classes.cc ?? ''}
      value={value}
      onChange={take}
      splitChars={[',', ';', ' ']}
      acceptValueOnBlur
      autoFocus
      error={wrong && say.ccWrong(wrong)}
    />
  )
}
