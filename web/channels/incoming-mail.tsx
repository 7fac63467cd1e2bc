import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import type { Channel } from '#domain/channels/wire.ts'
import { words } from '#web/platform/words.ts'
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx'
import { SettingRow } from '#web/ui/settings/setting-row.tsx'
import { SettingsSection } from '#web/ui/settings/settings-page.tsx'
import { MailboxHealth } from './mailbox-health.tsx'
import { ServerForm } from './server-form.tsx'
import { ServerSummary } from './server-summary.tsx'
import { useChannelChange } from './use-channel-change.ts'

const say = words.channels.incoming

/** How mail for the address gets here: delivered to our SMTP port, which always works, or fetched by IMAP as well. */
export function IncomingMail({ channel }: { channel: Channel }) {
  const [open, setOpen] = useState<'form' | 'stop' | null>(null)
  const change = useChannelChange(channel.id)
  const close = () => setOpen(null)
  return (
    <SettingsSection title={say.title}>
      <SettingRow label={say.delivery} hint={say.deliverySteps} />
      {open === 'form' ? (
        <ServerForm use="imap" server={channel.imap} onSave={imap => change({ imap })} onClose={close} />
      ) : (
        <Fetching channel={channel} onEdit={() => setOpen('form')} onStop={() => setOpen('stop')} />
      )}
      {open === 'stop' && (
        <ConfirmDialog
          title={say.stopTitle}
          hint={say.stopHint}
          verb={say.stop}
          danger
          act={() => change({ imap: null })}
          onClose={close}
        />
      )}
    </SettingsSection>
  )
}

type FetchingProps = { channel: Channel; onEdit: () => void; onStop: () => void }

function Fetching({ channel, onEdit, onStop }: FetchingProps) {
  if (!channel.imap) {
    return (
      <SettingRow
        label={say.imap}
        hint={say.imapHint}
        control={
          <Button variant="default" onClick={onEdit}>
            {words.channels.outgoing.setUp}
          </Button>
        }
      />
    )
  }
  return (
    <SettingRow
      label={say.imap}
      hint={<ServerSummary server={channel.imap} />}
      width="text"
      control={
        <Group gap="xs" wrap="nowrap">
          <Button variant="default" onClick={onEdit}>
            {words.actions.edit}
          </Button>
          <Button variant="default" onClick={onStop}>
            {say.stop}
          </Button>
        </Group>
      }
      below={channel.mailbox && <MailboxHealth channel={channel} reason />}
    />
  )
}
