import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Channel } from '#domain/channels/wire.ts'
import { keys } from '#web/platform/keys.ts'
import { isProblem } from '#web/platform/problem.ts'
import { tell } from '#web/platform/toasts.tsx'
import { words } from '#web/platform/words.ts'
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx'
import { SettingRow } from '#web/ui/settings/setting-row.tsx'
import { SettingsSection } from '#web/ui/settings/settings-page.tsx'
import { deleteChannel } from './channels-api.ts'

const say = words.channels.remove

/** Deletes the channel after its name was typed: this cannot be undone. */
export function DeleteChannel({ channel, onDeleted }: { channel: Channel; onDeleted: () => Promise<void> }) {
  const client = useQueryClient()
  const [asked, setAsked] = useState<string | null>(null)
  const done = async () => {
    await onDeleted()
    client.setQueryData<Channel[]>(keys.channels, all => all?.filter(one => one.id !== channel.id))
    for (const queryKey of [keys.me, keys.groups]) void client.invalidateQueries({ queryKey })
    tell(say.done)
  }
  return (
    <SettingsSection>
      <SettingRow
        label={say.row}
        hint={say.rowHint}
        control={
          <Button variant="default" c="var(--d-danger-ink)" onClick={() => setAsked(channel.name)}>
            {say.button}
          </Button>
        }
      />
      {asked !== null && (
        <ConfirmDialog
          title={say.title(asked)}
          hint={say.hint}
          verb={say.button}
          danger
          typed={{ text: asked, label: say.typeName(asked) }}
          act={() => deleteChannel(channel.id)}
          advice={error => isProblem(error, 'IN_USE') && say.inUse}
          onDone={() => void done()}
          onClose={() => setAsked(null)}
        />
      )}
    </SettingsSection>
  )
}
