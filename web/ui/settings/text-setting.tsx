import { TextInput } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import { words } from '#web/platform/words.ts'
import { SettingRow } from './setting-row.tsx'
import { type Read, useDraft } from './use-saving.ts'

type Props = {
  label: ReactNode
  hint?: ReactNode
  value: string
  onSave: (value: string) => Promise<unknown>
  limit: number
  mayBeEmpty?: boolean
  placeholder?: string
}

/**
 * A text that is saved when the field is left or Enter is pressed; Escape takes back what was typed. What
 * could not be saved stays in the field beside the reason.
 */
export function TextSetting(props: Props) {
  const id = useId()
  const { label, hint, value, onSave, limit, mayBeEmpty = false, placeholder } = props
  const field = useDraft<string, string>({ value, save: onSave, read: readText(limit, mayBeEmpty) })
  return (
    <SettingRow
      label={label}
      hint={hint}
      controlId={id}
      width="field"
      saving={field.saving}
      control={
        <TextInput
          id={id}
          w="100%"
          value={field.shown}
          error={field.wrong}
          aria-describedby={`${id}-hint`}
          {...(placeholder ? { placeholder } : {})}
          onChange={event => field.type(event.currentTarget.value)}
          onBlur={field.commit}
          onKeyDown={field.keys}
        />
      }
    />
  )
}

function readText(limit: number, mayBeEmpty: boolean) {
  return (typed: string): Read<string> => {
    const value = typed.trim()
    if (value === '' && !mayBeEmpty) return { reason: words.settingsFrame.empty }
    return value.length > limit ? { reason: words.settingsFrame.tooLong(limit) } : { value }
  }
}
