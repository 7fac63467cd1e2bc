import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Reference } from '#domain/kernel/shapes.ts'
import type { User } from '#domain/people/wire.ts'
import { useMay } from '#web/platform/session.ts'
import { words } from '#web/platform/words.ts'
import { SettingRow } from '#web/ui/settings/setting-row.tsx'
import { SettingsSection } from '#web/ui/settings/settings-page.tsx'
import { TextSetting } from '#web/ui/settings/text-setting.tsx'
import { PersonActive } from './person-active.tsx'
import { PersonPermissions } from './person-permissions.tsx'
import { PersonRole } from './person-role.tsx'
import classes from './person-settings.module.css'
import { useUserChange } from './use-user-change.ts'

const say = words.teamSettings.people

/** One person as an administrator sets them. */
export function PersonSettings({ user }: { user: User }) {
  const change = useUserChange(user.id)
  const renames = useMay().hold('people.manage')
  return (
    <>
      <SettingsSection>
        {renames ? (
          <TextSetting label={say.name} value={user.name} limit={80} onSave={name => change({ name })} />
        ) : (
          <SettingRow label={say.name} width="text" control={<span>{user.name}</span>} />
        )}
        <SettingRow label={say.email} hint={say.emailHint} width="text" control={<span>{user.email}</span>} />
        <PersonRole user={user} />
      </SettingsSection>
      <PersonPermissions user={user} />
      <SettingsSection>
        <SettingRow
          label={say.teams}
          control={<Circles circles={user.teams} place="/settings/teams" none={say.noTeams} />}
        />
        <SettingRow
          label={say.groups}
          control={<Circles circles={user.groups} place="/settings/groups" none={say.noGroups} />}
        />
      </SettingsSection>
      <SettingsSection>
        <PersonActive user={user} />
      </SettingsSection>
    </>
  )
}

type CirclesProps = {
  circles: readonly Reference[]
  place: '/settings/teams' | '/settings/groups'
  none: string
}

function Circles({ circles, place, none }: CirclesProps) {
  if (circles.length === 0) return <span className={classes.none}>{none}</span>
  return (
    <span className={classes.circles}>
      {circles.map(circle => (
        <Anchor key={circle.id} component={Link} to={`${place}/${circle.id}`} size="xs">
          {circle.name}
        </Anchor>
      ))}
    </span>
  )
}
