import { Anchor, Button } from '@mantine/core'
import { useState } from 'react'
import { NewTokenDialog } from '#web/people/account/new-token-dialog.tsx'
import { TokenList } from '#web/people/account/token-list.tsx'
import { useCommands } from '#web/platform/commands.ts'
import { words } from '#web/platform/words.ts'
import { SettingsPage } from '#web/ui/settings/settings-page.tsx'

const say = words.account.tokens

/** /settings/tokens: one's API tokens. */
export default function TokensPage() {
  const [creating, setCreating] = useState(false)
  const start = () => setCreating(true)
  useCommands([{ id: 'new-token', group: words.settings.title, title: say.create, run: start }])
  const button = <Button onClick={start}>{say.create}</Button>
  return (
    <SettingsPage
      wide
      title={words.settingsFrame.pages.tokens}
      hint={
        <>
          {say.hint}{' '}
          <Anchor href="/api/docs" underline="always" target="_blank" rel="noreferrer">
            {say.reference}
          </Anchor>
        </>
      }
      action={button}
    >
      <TokenList action={button} />
      {creating && <NewTokenDialog onClose={() => setCreating(false)} />}
    </SettingsPage>
  )
}
