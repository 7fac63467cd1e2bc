import { useNavigate } from '@tanstack/react-router'
import type { Command } from '#web/platform/commands.ts'
import { useMe } from '#web/platform/session.ts'
import { words } from '#web/platform/words.ts'
import { settingsEntries } from './entries.ts'

/** Every settings page that this person may open, for the palette. */
export function useSettingsCommands(): Command[] {
  const me = useMe()
  const navigate = useNavigate()
  return settingsEntries
    .filter(entry => entry.opensFor(me))
    .map(entry => ({
      id: `go-${entry.to}`,
      group: words.groups.go,
      title: words.settingsFrame.goTo(entry.label),
      run: () => void navigate({ to: entry.to }),
    }))
}
