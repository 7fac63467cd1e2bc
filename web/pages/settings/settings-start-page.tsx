import { Navigate } from '@tanstack/react-router'
import { words } from '#web/platform/words.ts'
import { EmptyState } from '#web/ui/states.tsx'
import { useSettingsEntries } from './settings-frame.tsx'

/** /settings: opens the first page that this person may see. */
export default function SettingsStartPage() {
  const first = useSettingsEntries()[0]
  if (first) return <Navigate to={first.to} replace />
  return <EmptyState title={words.settings.empty} hint={words.settings.emptyHint} />
}
