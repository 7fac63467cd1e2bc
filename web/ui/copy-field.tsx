import { Button, Input } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import { tellWhyNot } from '#web/platform/toasts.tsx'
import { words } from '#web/platform/words.ts'
import classes from './copy-field.module.css'

const say = words.settingsFrame

type Props = {
  label: string
  value: string
  /** In a dialog: the button has the focus when it opens. */
  first?: boolean
}

/** A value to take along, with the button that copies it. */
export function CopyField({ label, value, first }: Props) {
  const [copied, setCopied] = useState(false)
  const copy = () => {
    navigator.clipboard.writeText(value).then(
      () => setCopied(true),
      () => tellWhyNot(say.copyFailed),
    )
  }
  return (
    <div>
      <Input.Label component="div" mb={3}>
        {label}
      </Input.Label>
      <div className={classes.box}>
        <code className={classes.value}>{value}</code>
        <Button
          variant="default"
          className={classes.copy}
          leftSection={copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
          onClick={copy}
          data-autofocus={first || undefined}
          aria-live="polite"
        >
          {copied ? say.copied : say.copy}
        </Button>
      </div>
    </div>
  )
}
