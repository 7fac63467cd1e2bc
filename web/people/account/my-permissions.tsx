import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Reference } from '#domain/kernel/shapes.ts'
import { permissions } from '#domain/people/permissions.ts'
import { PermissionWords } from '#web/people/permission-checks.tsx'
import { directory, useChannels } from '#web/platform/directory.ts'
import { useMe } from '#web/platform/session.ts'
import { words } from '#web/platform/words.ts'
import { SettingRow } from '#web/ui/settings/setting-row.tsx'
import { SettingsSection } from '#web/ui/settings/settings-page.tsx'
import classes from './my-permissions.module.css'

const say = words.account.permissions

/** What the person may do, in plain words (PR-03). */
export function MyPermissions() {
  const me = useMe()
  const missing = permissions.filter(one => !me.permissions.includes(one))
  return (
    <>
      <SettingsSection>
        <SettingRow
          label={say.role}
          hint={words.teamSettings.roleHints[me.role]}
          control={<span>{words.people.roles[me.role]}</span>}
        />
      </SettingsSection>
      <SettingsSection title={say.may}>
        {me.permissions.length === 0 ? (
          <div className={classes.none}>{say.nothing}</div>
        ) : (
          <PermissionWords held={me.permissions} />
        )}
      </SettingsSection>
      {missing.length > 0 && (
        <SettingsSection title={say.mayNot}>
          <div className={classes.none}>
            {missing.map(one => words.teamSettings.permissions[one].name).join(' · ')}
          </div>
        </SettingsSection>
      )}
      <MyChannels />
      <MyCircles />
    </>
  )
}

function MyChannels() {
  const me = useMe()
  const channels = useChannels().filter(channel => me.channelLevels[channel.id])
  return (
    <SettingsSection title={say.channels} hint={say.channelsHint}>
      {Object.keys(me.channelLevels).length === 0 && <div className={classes.none}>{say.noChannels}</div>}
      {channels.map(channel => {
        const level = words.channels.levels[me.channelLevels[channel.id]!]
        return (
          <SettingRow
            key={channel.id}
            label={
              <Link to="/inbox" search={{ channel: channel.id }} className={classes.channel}>
                {channel.name}
              </Link>
            }
            hint={me.memberOfChannels.includes(channel.id) ? `${level.hint} (${say.byName})` : level.hint}
            control={<span>{level.name}</span>}
          />
        )
      })}
    </SettingsSection>
  )
}

/** Teams and groups by name; each person's own line in the list of people says them. */
function MyCircles() {
  const me = useMe()
  const { data } = useQuery(directory.users)
  const self = data?.find(user => user.id === me.id)
  const names = (circles: readonly Reference[] = []) => circles.map(one => one.name).join(', ') || say.none
  return (
    <SettingsSection>
      <SettingRow label={say.teams} width="text" control={<span>{names(self?.teams)}</span>} />
      <SettingRow label={say.groups} width="text" control={<span>{names(self?.groups)}</span>} />
    </SettingsSection>
  )
}
