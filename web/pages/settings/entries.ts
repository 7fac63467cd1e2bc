import type { Icon } from '@tabler/icons-react'
import {
  IconAdjustmentsHorizontal,
  IconCircles,
  IconInbox,
  IconKey,
  IconListCheck,
  IconShieldLock,
  IconUser,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react'
import type { Permission } from '#domain/people/permissions.ts'
import type { Me } from '#domain/people/wire.ts'
import { words } from '#web/platform/words.ts'

/** One line of the settings navigation, and whose it is. */
export type SettingsEntry = {
  to: string
  label: string
  icon: Icon
  section: 'personal' | 'workspace'
  opensFor: (me: Me) => boolean
}

const everybody = () => true
const holding =
  (...any: Permission[]) =>
  (me: Me) =>
    any.some(permission => me.permissions.includes(permission))

/** Whoever has Full on a channel manages it (AX-14), also without managing all of them. */
function managesChannel(me: Me): boolean {
  return (
    holding('channels.manage', 'permissions.manage')(me) || Object.values(me.channelLevels).includes('full')
  )
}

const say = words.settingsFrame.pages
const personal = { section: 'personal', opensFor: everybody } as const
const workspace = { section: 'workspace' } as const

/** The settings pages in the order of their navigation. */
export const settingsEntries: readonly SettingsEntry[] = [
  { ...personal, to: '/settings/profile', label: say.profile, icon: IconUser },
  { ...personal, to: '/settings/security', label: say.security, icon: IconShieldLock },
  { ...personal, to: '/settings/permissions', label: say.permissions, icon: IconListCheck },
  { ...personal, to: '/settings/tokens', label: say.tokens, icon: IconKey },
  {
    ...workspace,
    to: '/settings/people',
    label: say.people,
    icon: IconUsers,
    opensFor: holding('people.manage', 'permissions.manage'),
  },
  {
    ...workspace,
    to: '/settings/groups',
    label: say.groups,
    icon: IconCircles,
    opensFor: holding('people.manage'),
  },
  {
    ...workspace,
    to: '/settings/teams',
    label: say.teams,
    icon: IconUsersGroup,
    opensFor: holding('people.manage'),
  },
  { ...workspace, to: '/settings/channels', label: say.channels, icon: IconInbox, opensFor: managesChannel },
  {
    ...workspace,
    to: '/settings/cases',
    label: say.cases,
    icon: IconAdjustmentsHorizontal,
    opensFor: holding('cases.settings'),
  },
]
