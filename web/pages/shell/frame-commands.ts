import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useSettingsCommands } from '#web/pages/settings/go-commands.ts'
import { type Command, useCommands } from '#web/platform/commands.ts'
import { signOut, useMay } from '#web/platform/session.ts'
import { words } from '#web/platform/words.ts'
import { openPalette } from './palette-store.ts'

/** The commands that work everywhere. */
export function useFrameCommands(showHelp: () => void): void {
  const { groups, commands: say } = words
  const { setColorScheme } = useMantineColorScheme()
  const scheme = useComputedColorScheme('light')
  const general: Command[] = [
    {
      id: 'palette',
      group: groups.general,
      title: say.palette,
      keys: 'mod+k',
      quiet: true,
      run: openPalette,
    },
    { id: 'search', group: groups.general, title: say.search, keys: '/', quiet: true, run: openPalette },
    { id: 'help', group: groups.general, title: say.help, keys: '?', run: showHelp },
    {
      id: 'theme',
      group: groups.general,
      title: say.theme,
      run: () => setColorScheme(scheme === 'dark' ? 'light' : 'dark'),
    },
    { id: 'sign-out', group: groups.general, title: say.signOut, run: () => void signOut() },
  ]
  useCommands([...useGoing(), ...useSettingsCommands(), ...general])
}

function useGoing(): Command[] {
  const may = useMay()
  const navigate = useNavigate()
  const { groups, commands: say } = words
  const going: Command[] = [
    {
      id: 'go-inbox',
      group: groups.go,
      title: say.goInbox,
      keys: 'g i',
      run: () => void navigate({ to: '/inbox', search: {} }),
    },
    {
      id: 'go-settings',
      group: groups.go,
      title: say.goSettings,
      keys: 'g s',
      run: () => void navigate({ to: '/settings' }),
    },
  ]
  const cases: Command = {
    id: 'go-cases',
    group: groups.go,
    title: say.goCases,
    keys: 'g c',
    run: () => void navigate({ to: '/cases', search: {} }),
  }
  const quarantine: Command = {
    id: 'go-quarantine',
    group: groups.go,
    title: say.goQuarantine,
    keys: 'g q',
    run: () => void navigate({ to: '/quarantine' }),
  }
  if (may.hold('cases.manage')) going.splice(1, 0, cases)
  if (may.hold('quarantine.manage')) going.push(quarantine)
  return going
}
