import { useState } from 'react'
import type { Permission, Role } from '#domain/people/permissions.ts'
import type { User } from '#domain/people/wire.ts'
import { useMe } from '#web/platform/session.ts'
import { words } from '#web/platform/words.ts'
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx'
import { SelectSetting } from '#web/ui/settings/choice-settings.tsx'
import { SaveMark, SaveProblem } from '#web/ui/settings/save-state.tsx'
import { SettingsSection } from '#web/ui/settings/settings-page.tsx'
import { useSaving } from '#web/ui/settings/use-saving.ts'
import { PermissionChecks, PermissionWords } from './permission-checks.tsx'
import classes from './person-settings.module.css'
import { useRights, withRole } from './use-rights.ts'
import { useUserChange } from './use-user-change.ts'

const say = words.teamSettings
const nameOf = words.people.roles

/** The role of a person; only roles are offered that the one signed in may give. */
export function PersonRole({ user }: { user: User }) {
  const me = useMe()
  const rights = useRights(user)
  const change = useUserChange(user.id)
  const [asked, setAsked] = useState<{ go: () => void } | null>(null)
  const give = (role: Role) => change(role === 'custom' ? withRole(role, rights.held) : { role })
  const fixed = rights.roles.length < 2
  return (
    <>
      <SelectSetting<Role>
        label={say.people.role}
        hint={
          fixed
            ? whyFixed(rights.refusal)
            : user.role === 'custom'
              ? say.roleHints.custom
              : say.people.roleHint
        }
        value={user.role}
        choices={rights.roles.map(role => ({ value: role, label: nameOf[role], hint: say.roleHints[role] }))}
        onSave={give}
        {...(user.id === me.id ? { before: (_role, go) => setAsked({ go }) } : {})}
        disabled={fixed}
      />
      {asked && (
        <ConfirmDialog
          title={say.people.ownRole}
          hint={say.people.ownRoleHint}
          verb={say.people.ownRoleConfirm}
          act={async () => asked.go()}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  )
}

/** The reason that counts for every other role counts for one. */
function whyFixed(refusal: (change: { role: Role; permissions: [] }) => string | null) {
  return refusal({ role: 'viewer', permissions: [] }) ?? refusal({ role: 'agent', permissions: [] })
}

/** What the person may do: to tick one by one for `custom`, else what the role includes. */
export function PersonPermissions({ user }: { user: User }) {
  const rights = useRights(user)
  const change = useUserChange(user.id)
  const { saving, run, hoped } = useSaving((permissions: readonly Permission[]) =>
    change({ role: 'custom', permissions: [...permissions] }),
  )
  const own = user.role === 'custom'
  const hint = own ? say.people.permissionsCustom : say.people.permissionsOfRole(nameOf[user.role])
  const mayChange = own && rights.refusal({ permissions: [] }) === null
  return (
    <SettingsSection title={say.people.permissions} hint={hint} action={<SaveMark status={saving.status} />}>
      {saving.status === 'error' && (
        <div className={classes.problem}>
          <SaveProblem saving={saving} />
        </div>
      )}
      {own ? (
        <PermissionChecks
          held={hoped(rights.held)}
          fixed={permission => !rights.mayGiveOne(permission)}
          {...(mayChange ? { onChange: run } : {})}
        />
      ) : (
        <PermissionWords held={rights.held} />
      )}
    </SettingsSection>
  )
}
