import { ProfileSettings } from '#web/people/account/profile-settings.tsx'
import { words } from '#web/platform/words.ts'
import { SettingsPage } from '#web/ui/settings/settings-page.tsx'

/** /settings/profile. */
export default function ProfilePage() {
  return (
    <SettingsPage title={words.settingsFrame.pages.profile} hint={words.account.profile.hint}>
      <ProfileSettings />
    </SettingsPage>
  )
}
