import { useQuery } from '@tanstack/react-query'
import type { CaseSettings } from '#domain/cases/settings.ts'
import { words } from '#web/platform/words.ts'
import { SwitchSetting } from '#web/ui/settings/choice-settings.tsx'
import { NumberSetting } from '#web/ui/settings/number-setting.tsx'
import { SettingsSection } from '#web/ui/settings/settings-page.tsx'
import { ErrorState, SkeletonRows } from '#web/ui/states.tsx'
import { caseSettingsQuery } from './case-settings-api.ts'
import { useCaseSettingsChange } from './use-case-settings-change.ts'

const say = words.caseSettings

/** How cases behave in the workspace (SE-06); each setting is saved by itself. */
export function CaseSettingsForm() {
  const { data, error, refetch } = useQuery(caseSettingsQuery)
  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={5} height={64} />
  return (
    <>
      <Reopening settings={data} />
      <Assigning settings={data} />
    </>
  )
}

function Reopening({ settings }: { settings: CaseSettings }) {
  const change = useCaseSettingsChange()
  const { autoReopen, graceDays } = settings
  return (
    <SettingsSection title={say.closing}>
      <NumberSetting
        label={say.graceDays}
        hint={say.graceDaysHint}
        value={graceDays}
        least={0}
        most={90}
        unit={say.days}
        onSave={days => change({ graceDays: days })}
      />
      <SwitchSetting
        label={say.autoReopen}
        hint={say.autoReopenHint}
        on={autoReopen.enabled}
        onSave={enabled => change({ autoReopen: { ...autoReopen, enabled } })}
      />
      {autoReopen.enabled && (
        <NumberSetting
          label={say.threshold}
          hint={say.thresholdHint}
          value={autoReopen.thresholdHours}
          least={1}
          most={504}
          unit={say.hours}
          also={hours => (hours % 24 === 0 ? say.asDays(hours / 24) : null)}
          onSave={thresholdHours => change({ autoReopen: { ...autoReopen, thresholdHours } })}
        />
      )}
    </SettingsSection>
  )
}

function Assigning({ settings }: { settings: CaseSettings }) {
  const change = useCaseSettingsChange()
  return (
    <SettingsSection title={say.assigning}>
      <SwitchSetting
        label={say.crossGroup}
        hint={say.crossGroupHint}
        on={settings.crossGroupAssignments}
        onSave={crossGroupAssignments => change({ crossGroupAssignments })}
      />
      <SwitchSetting
        label={say.veryHigh}
        hint={say.veryHighHint}
        on={settings.veryHighPriority}
        onSave={veryHighPriority => change({ veryHighPriority })}
      />
    </SettingsSection>
  )
}
