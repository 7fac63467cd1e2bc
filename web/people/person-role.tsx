import { useState } from 'react'
import type { Role } from '#domain/people/permissions.ts'
import type { User } from '#domain/people/wire.ts'
import { useMe } from '#web/platform/session.ts'
import { words } from '#web/platform/words.ts'
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx'
import { SelectSetting } from '#web/ui/settings/choice-settings.tsx'
import { useRights, withRole } from './use-rights.ts'
import { useUserChange } from './use-user-change.ts'

const { people: say, roleHints } = words.teamSettings
const nameOf = words.people.roles

type Asked = { role: Role; go: () => void }

/** The role of a person; only roles are offered that the one signed in may give. It asks first: a change ends sessions. */
export function PersonRole({ user }: { user: User }) {
  const rights = useRights(user)
  const change = useUserChange(user.id)
  const [asked, setAsked] = useState<Asked | null>(null)
  const fixed = rights.roles.length < 2
  const hint = user.role === 'custom' ? roleHints.custom : say.roleHint
  return (
    <>
      <SelectSetting<Role>
        label={say.role}
        hint={fixed ? whyFixed(rights.refusal) : hint}
        value={user.role}
        choices={rights.roles.map(role => ({ value: role, label: nameOf[role], hint: roleHints[role] }))}
        onSave={role => change(role === 'custom' ? withRole(role, rights.held) : { role })}
        before={(role, go) => setAsked({ role, go })}
        disabled={fixed}
      />
      {asked && <Question user={user} asked={asked} onClose={() => setAsked(null)} />}
    </>
  )
}

function Question({ user, asked, onClose }: { user: User; asked: Asked; onClose: () => void }) {
  const me = useMe()
  return (
    <ConfirmDialog
      title={say.changeRole(nameOf[asked.role])}
      hint={[
        user.id === me.id ? say.ownRoleHint : say.changeRoleHint(user.name),
        asked.role === 'custom' ? say.customHint : '',
      ].join(' ')}
      verb={say.changeRoleConfirm}
      act={async () => asked.go()}
      onClose={onClose}
    />
  )
}

/** The reason that counts for every other role counts for one. */
function whyFixed(refusal: (change: { role: Role; permissions: [] }) => string | null) {
  return refusal({ role: 'viewer', permissions: [] }) ?? refusal({ role: 'agent', permissions: [] })
}
