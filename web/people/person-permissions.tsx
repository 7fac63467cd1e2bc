import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Permission } from '#domain/people/permissions.ts'
import type { User } from '#domain/people/wire.ts'
import { words } from '#web/platform/words.ts'
import { SaveMark, SaveProblem } from '#web/ui/settings/save-state.tsx'
import { SettingsSection } from '#web/ui/settings/settings-page.tsx'
import { overtaken, useSaving } from '#web/ui/settings/use-saving.ts'
import { PermissionChecks, PermissionWords } from './permission-checks.tsx'
import classes from './person-settings.module.css'
import { useRights } from './use-rights.ts'
import { useUserChange } from './use-user-change.ts'

const say = words.teamSettings.people

/** What the person may do: what the role includes, or for `custom` what was chosen. */
export function PersonPermissions({ user }: { user: User }) {
  const { held } = useRights(user)
  if (user.role === 'custom') return <OwnPermissions user={user} />
  return (
    <SettingsSection title={say.permissions} hint={say.permissionsOfRole(words.people.roles[user.role])}>
      <PermissionWords held={held} />
    </SettingsSection>
  )
}

/** Chosen one by one and saved together, because every change of rights signs the person out. */
function OwnPermissions({ user }: { user: User }) {
  const rights = useRights(user)
  const change = useUserChange(user.id)
  const [chosen, setChosen] = useState<{ list: Permission[]; over: string } | null>(null)
  const present = rights.held.join(' ')
  const save = (permissions: Permission[]) =>
    chosen && chosen.over !== present ? Promise.reject(overtaken()) : change({ role: 'custom', permissions })
  const { saving, run } = useSaving(save, () => setChosen(null))
  const choose = (list: Permission[]) => setChosen({ list, over: chosen?.over ?? present })
  const held = chosen?.list ?? rights.held
  const changed = held.length !== rights.held.length || held.some(one => !rights.held.includes(one))
  const mayChange = rights.refusal({ permissions: [] }) === null
  return (
    <SettingsSection
      title={say.permissions}
      hint={say.permissionsCustom}
      action={<SaveMark status={saving.status} />}
    >
      {saving.status === 'error' && (
        <div className={classes.problem}>
          <SaveProblem saving={saving} />
        </div>
      )}
      <PermissionChecks
        held={held}
        fixed={permission => !rights.mayGiveOne(permission)}
        {...(mayChange ? { onChange: choose } : {})}
      />
      {changed && (
        <SaveBar
          busy={saving.status === 'pending'}
          onSave={() => run([...held])}
          onCancel={() => setChosen(null)}
        />
      )}
    </SettingsSection>
  )
}

function SaveBar(props: { busy: boolean; onSave: () => void; onCancel: () => void }) {
  return (
    <div className={classes.bar}>
      <span className={classes.note}>{say.rightsEnd}</span>
      <Button variant="default" onClick={props.onCancel}>
        {words.actions.cancel}
      </Button>
      <Button loading={props.busy} onClick={props.onSave}>
        {say.savePermissions}
      </Button>
    </div>
  )
}
