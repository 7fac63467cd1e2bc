import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { keys } from '#web/platform/keys.ts'
import { isProblem } from '#web/platform/problem.ts'
import { tell } from '#web/platform/toasts.tsx'
import { words } from '#web/platform/words.ts'
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx'
import { SettingRow } from '#web/ui/settings/setting-row.tsx'
import { SettingsSection } from '#web/ui/settings/settings-page.tsx'
import { TextSetting } from '#web/ui/settings/text-setting.tsx'
import { CircleChannels } from './circle-channels.tsx'
import { CircleMembers } from './circle-members.tsx'
import { type Circle, type CircleKind, circleKind, deleteCircle } from './circles.ts'
import { useCircleChange } from './use-circle-change.ts'

const say = words.teamSettings.circles

type Props = { kind: CircleKind; circle: Circle; onDeleted: () => Promise<void> }

/** One team or group: its name, its people, and how to delete it. */
export function CircleSettings({ kind, circle, onDeleted }: Props) {
  const change = useCircleChange(kind, circle.id)
  return (
    <>
      <SettingsSection>
        <TextSetting label={say.name} value={circle.name} limit={80} onSave={name => change({ name })} />
      </SettingsSection>
      <CircleMembers kind={kind} circle={circle} />
      {circle.channels && <CircleChannels channels={circle.channels} />}
      <DeleteCircle kind={kind} circle={circle} onDeleted={onDeleted} />
    </>
  )
}

function DeleteCircle({ kind, circle, onDeleted }: Props) {
  const client = useQueryClient()
  const { key: list, words: own } = circleKind(kind)
  const [asked, setAsked] = useState<string | null>(null)
  const done = async () => {
    // First away from here, so that this page is not seen without what it shows.
    await onDeleted()
    client.setQueryData<Circle[]>(list, all => all?.filter(one => one.id !== circle.id))
    for (const key of [keys.users, keys.channels]) void client.invalidateQueries({ queryKey: key })
    tell(own.removed)
  }
  return (
    <SettingsSection>
      <SettingRow
        label={own.remove}
        hint={own.removeHint}
        control={
          <Button variant="default" c="var(--d-danger-ink)" onClick={() => setAsked(circle.name)}>
            {own.remove}
          </Button>
        }
      />
      {asked !== null && (
        <ConfirmDialog
          title={own.removeTitle(asked)}
          hint={own.removeHint}
          verb={own.remove}
          danger
          act={() => deleteCircle(kind, circle.id)}
          advice={error => isProblem(error, 'IN_USE') && own.removeInUse}
          onDone={() => void done()}
          onClose={() => setAsked(null)}
        />
      )}
    </SettingsSection>
  )
}
