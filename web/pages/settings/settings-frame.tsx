import { Title } from '@mantine/core'
import { Link, Outlet } from '@tanstack/react-router'
import { useMay } from '#web/platform/session.ts'
import { words } from '#web/platform/words.ts'
import { type SettingsEntry, settingsEntries } from './entries.ts'
import classes from './settings-frame.module.css'

/** The entries that this person may open. */
export function useSettingsEntries(): SettingsEntry[] {
  const may = useMay()
  return settingsEntries.filter(entry => entry.permission === undefined || may.hold(entry.permission))
}

/** Settings: their own navigation at the left (above, on a phone), the chosen page beside it. */
export function SettingsFrame() {
  const entries = useSettingsEntries()
  return (
    <div className={classes.frame}>
      <nav className={classes.nav} aria-label={words.settings.title}>
        <Title order={1} className={classes.title}>
          {words.settings.title}
        </Title>
        <Section name={words.settings.personal} entries={entries.filter(one => one.section === 'personal')} />
        <Section
          name={words.settings.workspace}
          entries={entries.filter(one => one.section === 'workspace')}
        />
      </nav>
      <div className={classes.page}>
        <Outlet />
      </div>
    </div>
  )
}

function Section({ name, entries }: { name: string; entries: SettingsEntry[] }) {
  if (entries.length === 0) return null
  return (
    <div className={classes.section}>
      <div className={classes.heading}>{name}</div>
      {entries.map(entry => (
        <Link key={entry.to} to={entry.to} className={classes.entry} activeProps={{ 'data-active': true }}>
          {entry.label}
        </Link>
      ))}
    </div>
  )
}
