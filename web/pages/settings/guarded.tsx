import type { ReactNode } from 'react'
import { NoAccess } from '#web/pages/no-access.tsx'
import { useMe } from '#web/platform/session.ts'
import { settingsEntries } from './entries.ts'

/** Shows a page only to those for whom its navigation entry is; the server has the last word. */
export function Guarded({ by, children }: { by: string; children: ReactNode }) {
  const me = useMe()
  const entry = settingsEntries.find(one => one.to === by)
  return entry?.opensFor(me) ? children : <NoAccess />
}
