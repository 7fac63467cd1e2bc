import { CaseSettingsForm } from '#web/cases/case-settings-form.tsx'
import { words } from '#web/platform/words.ts'
import { SettingsPage } from '#web/ui/settings/settings-page.tsx'
import { Guarded } from './guarded.tsx'

/** /settings/cases: how cases behave in the workspace. */
export default function CaseSettingsPage() {
  return (
    <Guarded by="/settings/cases">
      <SettingsPage title={words.settingsFrame.pages.cases} hint={words.caseSettings.hint}>
        <CaseSettingsForm />
      </SettingsPage>
    </Guarded>
  )
}
