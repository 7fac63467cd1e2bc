import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { CircleList } from '#web/people/circle-list.tsx'
import { type CircleKind, circleKind } from '#web/people/circles.ts'
import { NewCircleDialog } from '#web/people/new-circle-dialog.tsx'
import { useCommands } from '#web/platform/commands.ts'
import { words } from '#web/platform/words.ts'
import { SettingsPage } from '#web/ui/settings/settings-page.tsx'

/** The page of all teams or of all groups. */
export function CirclesPage({ kind }: { kind: CircleKind }) {
  const [creating, setCreating] = useState(false)
  const navigate = useNavigate()
  const { words: say, place } = circleKind(kind)
  const start = () => setCreating(true)
  useCommands([{ id: 'new-circle', group: words.settings.title, title: say.create, run: start }])
  const button = <Button onClick={start}>{say.create}</Button>
  return (
    <SettingsPage
      wide
      title={words.settingsFrame.pages[kind === 'team' ? 'teams' : 'groups']}
      hint={say.hint}
      action={button}
    >
      <CircleList kind={kind} action={button} />
      {creating && (
        <NewCircleDialog
          kind={kind}
          onMade={circle => void navigate({ to: `${place}/${circle.id}` })}
          onClose={() => setCreating(false)}
        />
      )}
    </SettingsPage>
  )
}
