import { PasswordSettings } from '#web/people/account/password-settings.tsx'
import { PlaceList } from '#web/people/account/place-list.tsx'
import { SecondFactorSettings } from '#web/people/account/second-factor-settings.tsx'
import { words } from '#web/platform/words.ts'
import { SettingsPage, SettingsSection } from '#web/ui/settings/settings-page.tsx'

/** /settings/security: password, second factor, where one is signed in. */
export default function SecurityPage() {
  return (
    <SettingsPage title={words.settingsFrame.pages.security} hint={words.account.security.hint}>
      <SettingsSection>
        <PasswordSettings />
        <SecondFactorSettings />
      </SettingsSection>
      <PlaceList />
    </SettingsPage>
  )
}
