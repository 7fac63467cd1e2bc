import { Button } from '@mantine/core'
import { useState } from 'react'
import type { User } from '#domain/people/wire.ts'
import { useMe } from '#web/platform/session.ts'
import { tell } from '#web/platform/toasts.tsx'
import { words } from '#web/platform/words.ts'
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx'
import { SettingRow } from '#web/ui/settings/setting-row.tsx'
import { useRights } from './use-rights.ts'
import { useUserChange } from './use-user-change.ts'

const say = words.teamSettings.people

/** Deactivates a person, or activates them again; asks first, and says why not where it cannot be. */
export function PersonActive({ user }: { user: User }) {
  const me = useMe()
  const [asking, setAsking] = useState(false)
  const rights = useRights(user)
  const { active } = user
  const reason = user.id === me.id ? say.notYourself : rights.refusal({ active: !active })
  const hint = active ? say.deactivateHint : say.activateRowHint
  return (
    <>
      <SettingRow
        label={active ? say.deactivateRow : say.activateRow}
        hint={reason ?? hint}
        control={
          <Button
            variant="default"
            {...(active ? { c: 'var(--d-danger-ink)' } : {})}
            disabled={reason !== null}
            onClick={() => setAsking(true)}
          >
            {active ? say.deactivate : say.activate}
          </Button>
        }
      />
      {asking && <Question user={user} onClose={() => setAsking(false)} />}
    </>
  )
}

function Question({ user, onClose }: { user: User; onClose: () => void }) {
  // As it was when the question was asked: the list changes before the answer comes.
  const [{ active, name }] = useState(user)
  const change = useUserChange(user.id)
  return (
    <ConfirmDialog
      title={active ? say.deactivateTitle(name) : say.activateTitle(name)}
      hint={active ? say.deactivateHint : say.activateHint}
      verb={active ? say.deactivate : say.activate}
      danger={active}
      act={() => change({ active: !active })}
      onDone={() => tell(active ? say.deactivated(name) : say.activated(name))}
      onClose={onClose}
    />
  )
}
