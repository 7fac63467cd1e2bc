import { Anchor, Stack } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Channel } from '#domain/channels/wire.ts'
import { words } from '#web/platform/words.ts'
import { CopyField } from '#web/ui/copy-field.tsx'
import { SettingsSection } from '#web/ui/settings/settings-page.tsx'

const say = words.channels.api

/** Where another system sends messages to. */
export function ApiAddress({ channel }: { channel: Channel }) {
  const address = `${window.location.origin}/api/v1/intake/${channel.id}`
  return (
    <SettingsSection title={say.title} hint={say.hint}>
      <Stack gap="xs" p="md">
        <CopyField label={say.address} value={`POST ${address}`} />
        <span>
          <Anchor component={Link} to="/settings/tokens" size="xs">
            {say.tokens}
          </Anchor>
          {' · '}
          <Anchor href="/api/docs" target="_blank" size="xs">
            {words.account.tokens.reference}
          </Anchor>
        </span>
      </Stack>
    </SettingsSection>
  )
}
