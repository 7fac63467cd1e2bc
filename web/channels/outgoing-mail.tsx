import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import type { Channel } from '#domain/channels/wire.ts'
import { words } from '#web/platform/words.ts'
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx'
import { SettingRow } from '#web/ui/settings/setting-row.tsx'
import { SettingsSection } from '#web/ui/settings/settings-page.tsx'
import { TextSetting } from '#web/ui/settings/text-setting.tsx'
import { ServerForm } from './server-form.tsx'
import { ServerSummary } from './server-summary.tsx'
import { useChannelChange } from './use-channel-change.ts'
import { useChannelRights } from './use-channel-rights.ts'

const say = words.channels.outgoing

/** How replies leave: the sender's name and the mail server that takes them. */
export function OutgoingMail({ channel }: { channel: Channel }) {
  const [open, setOpen] = useState<'form' | 'remove' | null>(null)
  const change = useChannelChange(channel.id)
  const close = () => setOpen(null)
  const { connections } = useChannelRights()
  const { senderName, senderNameHint, senderNamePlaceholder } = words.channels.options
  return (
    <SettingsSection title={say.title}>
      <TextSetting
        label={senderName}
        hint={senderNameHint}
        placeholder={senderNamePlaceholder}
        value={channel.options.senderName}
        limit={80}
        mayBeEmpty
        onSave={name => change({ options: { senderName: name } })}
      />
      {connections &&
        (open === 'form' ? (
          <ServerForm use="smtp" server={channel.smtp} onSave={smtp => change({ smtp })} onClose={close} />
        ) : (
          <SettingRow
            label={say.server}
            hint={channel.smtp ? <ServerSummary server={channel.smtp} /> : say.none}
            width="text"
            control={
              <Group gap="xs" wrap="nowrap">
                <Button variant="default" onClick={() => setOpen('form')}>
                  {channel.smtp ? words.actions.edit : say.setUp}
                </Button>
                {channel.smtp && (
                  <Button variant="default" onClick={() => setOpen('remove')}>
                    {words.settingsFrame.remove}
                  </Button>
                )}
              </Group>
            }
          />
        ))}
      {open === 'remove' && (
        <ConfirmDialog
          title={say.removeTitle}
          hint={say.removeHint}
          verb={say.remove}
          danger
          act={() => change({ smtp: null })}
          onClose={close}
        />
      )}
    </SettingsSection>
  )
}
