import type { Permission } from '#domain/people/permissions.ts'

/** One line of the settings navigation; without `permission` it is for everybody. */
export type SettingsEntry = {
  to: string
  label: string
  section: 'personal' | 'workspace'
  permission?: Permission
}

/** The settings pages in the order of their navigation. */
export const settingsEntries: readonly SettingsEntry[] = []
