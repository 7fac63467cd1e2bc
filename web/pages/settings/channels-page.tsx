import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { ChannelList } from '#web/channels/channel-list.tsx'
import { useChannelRights } from '#web/channels/use-channel-rights.ts'
import { useCommands } from '#web/platform/commands.ts'
import { words } from '#web/platform/words.ts'
import { SettingsPage } from '#web/ui/settings/settings-page.tsx'
import { Guarded } from './guarded.tsx'

const say = words.channels

/** /settings/channels: the channels that this person manages. */
export default function ChannelsPage() {
  return (
    <Guarded by="/settings/channels">
      <Channels />
    </Guarded>
  )
}

function Channels() {
  const navigate = useNavigate()
  const { create } = useChannelRights()
  const start = () => void navigate({ to: '/settings/channels/new' })
  useCommands(
    create ? [{ id: 'new-channel', group: words.settings.title, title: say.create, run: start }] : [],
  )
  const button = create && <Button onClick={start}>{say.create}</Button>
  return (
    <SettingsPage wide title={words.settingsFrame.pages.channels} hint={say.hint} action={button}>
      <ChannelList action={button} />
    </SettingsPage>
  )
}
