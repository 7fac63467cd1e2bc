import { Button, Group, Stack, Text } from '@mantine/core'
import { IconCopy, IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { tellWhyNot } from '#web/platform/toasts.tsx'
import { words } from '#web/platform/words.ts'
import { Dialog } from '#web/ui/dialog.tsx'
import classes from './backup-codes-dialog.module.css'

const say = words.account.security

type Props = { title: string; codes: readonly string[]; onClose: () => void }

/** The backup codes, shown once: to copy or keep as a file before the dialog is closed. */
export function BackupCodesDialog({ title, codes, onClose }: Props) {
  const [copied, setCopied] = useState(false)
  const text = `${codes.join('\n')}\n`
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => tellWhyNot(words.settingsFrame.copyFailed),
    )
  return (
    <Dialog title={title} size={440} onClose={onClose} stays>
      <Stack gap="md">
        <Text c="dimmed">{say.codesHint}</Text>
        <ul className={classes.codes}>
          {codes.map(code => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <Group gap="xs" justify="space-between">
          <Group gap="xs">
            <Button variant="default" leftSection={<IconCopy size={14} />} onClick={() => void copy()}>
              {copied ? words.settingsFrame.copied : words.settingsFrame.copy}
            </Button>
            <Button
              variant="default"
              leftSection={<IconDownload size={14} />}
              onClick={() => download(say.codesFile, text)}
            >
              {words.settingsFrame.download}
            </Button>
          </Group>
          <Button onClick={onClose} data-autofocus>
            {say.codesKept}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}

function download(name: string, text: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
