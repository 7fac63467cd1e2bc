import { Checkbox } from '@mantine/core'
import { type Permission, permissions } from '#domain/people/permissions.ts'
import { words } from '#web/platform/words.ts'
import classes from './permission-checks.module.css'

const say = words.teamSettings

const groups = [
  ['cases', permissions.filter(one => one.startsWith('cases.'))],
  ['workspace', permissions.filter(one => !one.startsWith('cases.'))],
] as const

type Props = {
  held: readonly Permission[]
  /** Without it the list is only to read. */
  onChange?: (held: Permission[]) => void
  /** Those that the actor cannot give or take. */
  fixed?: (permission: Permission) => boolean
}

/** What somebody may do, in plain words, each to be ticked. */
export function PermissionChecks({ held, onChange, fixed }: Props) {
  const toggle = (permission: Permission, on: boolean) =>
    onChange?.(permissions.filter(one => (one === permission ? on : held.includes(one))))
  return (
    <div className={classes.groups}>
      {groups.map(([group, members]) => (
        <fieldset key={group} className={classes.group}>
          <legend className={classes.legend}>{say.permissionGroups[group]}</legend>
          {members.map(permission => (
            <Checkbox
              key={permission}
              size="sm"
              classNames={{ description: classes.hint }}
              label={say.permissions[permission].name}
              description={say.permissions[permission].hint}
              checked={held.includes(permission)}
              disabled={!onChange || (fixed?.(permission) ?? false)}
              onChange={event => toggle(permission, event.currentTarget.checked)}
            />
          ))}
        </fieldset>
      ))}
    </div>
  )
}

/** The permissions somebody holds, to read. */
export function PermissionWords({ held }: { held: readonly Permission[] }) {
  return (
    <ul className={classes.words}>
      {permissions
        .filter(one => held.includes(one))
        .map(permission => (
          <li key={permission}>
            <span className={classes.name}>{say.permissions[permission].name}</span>
            <span className={classes.hint}>{say.permissions[permission].hint}</span>
          </li>
        ))}
    </ul>
  )
}
