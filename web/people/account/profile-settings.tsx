import { useMemo } from 'react'
import { clockTime, useNow } from '#web/platform/clock.ts'
import { useMe } from '#web/platform/session.ts'
import { words } from '#web/platform/words.ts'
import type { Choice } from '#web/ui/choice-select.tsx'
import { SelectSetting } from '#web/ui/settings/choice-settings.tsx'
import { SettingRow } from '#web/ui/settings/setting-row.tsx'
import { SettingsSection } from '#web/ui/settings/settings-page.tsx'
import { TextSetting } from '#web/ui/settings/text-setting.tsx'
import { useMeChange } from './use-me-change.ts'

const say = words.account.profile

/** One's own name and zone. */
export function ProfileSettings() {
  const me = useMe()
  const change = useMeChange()
  const now = useNow()
  const choices = useMemo(() => zones(me.timeZone), [me.timeZone])
  return (
    <SettingsSection>
      <TextSetting label={say.name} value={me.name} limit={80} onSave={name => change({ name })} />
      <SettingRow label={say.email} hint={say.emailHint} width="text" control={<span>{me.email}</span>} />
      <SelectSetting
        label={say.timeZone}
        hint={`${say.timeZoneHint} ${say.nowThere(clockTime(now, me.timeZone))}`}
        value={me.timeZone}
        choices={choices}
        onSave={timeZone => change({ timeZone })}
        searchable
      />
    </SettingsSection>
  )
}

/** All zones by name, first the one this browser is in and the one that is chosen. */
function zones(chosen: string): Choice<string>[] {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone
  const all = new Set([here, chosen, 'UTC', ...Intl.supportedValuesOf('timeZone')])
  return [...all].map(zone => ({
    value: zone,
    label: zone.replaceAll('_', ' '),
    ...(zone === here ? { hint: say.browserZone } : {}),
  }))
}
