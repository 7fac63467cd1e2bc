import { NumberInput, Text } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import { words } from '#web/platform/words.ts'
import { SettingRow } from './setting-row.tsx'
import { type Read, useDraft } from './use-saving.ts'

type Props = {
  label: ReactNode
  hint?: ReactNode
  value: number
  onSave: (value: number) => Promise<unknown>
  least: number
  most: number
  unit: string
  /** What the number means in other words, beside the unit. */
  also?: (value: number) => string | null
  disabled?: boolean
}

/** A whole number, saved when the field is left or Enter is pressed; Escape takes back what was typed. */
export function NumberSetting(props: Props) {
  const id = useId()
  const { label, hint, value, onSave, least, most, unit, also, disabled = false } = props
  const field = useDraft<number | string, number>({ value, save: onSave, read: readNumber(least, most) })
  const meaning = typeof field.shown === 'number' && !field.wrong ? also?.(field.shown) : null
  return (
    <SettingRow
      label={label}
      hint={hint}
      controlId={id}
      saving={field.saving}
      control={
        <>
          <NumberInput
            id={id}
            w={72}
            value={field.shown}
            allowDecimal={false}
            allowNegative={false}
            disabled={disabled}
            error={field.wrong !== null}
            aria-describedby={`${id}-hint`}
            onChange={field.type}
            onBlur={field.commit}
            onKeyDown={field.keys}
          />
          <Text size="xs" c="dimmed">
            {meaning ? `${unit} ${meaning}` : unit}
          </Text>
        </>
      }
      below={field.wrong && <Wrong reason={field.wrong} />}
    />
  )
}

function Wrong({ reason }: { reason: string }) {
  return (
    <Text size="xs" c="var(--d-danger-ink)" role="alert">
      {reason}
    </Text>
  )
}

function readNumber(least: number, most: number) {
  return (typed: number | string): Read<number> => {
    const fits = typeof typed === 'number' && Number.isInteger(typed) && typed >= least && typed <= most
    return fits ? { value: typed } : { reason: words.settingsFrame.wholeNumber(least, most) }
  }
}
