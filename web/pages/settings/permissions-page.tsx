import { MyPermissions } from '#web/people/account/my-permissions.tsx'
import { words } from '#web/platform/words.ts'
import { SettingsPage } from '#web/ui/settings/settings-page.tsx'

/** /settings/permissions: one's own (PR-03). */
export default function PermissionsPage() {
  return (
    <SettingsPage title={words.settingsFrame.pages.permissions} hint={words.account.permissions.hint}>
      <MyPermissions />
    </SettingsPage>
  )
}
