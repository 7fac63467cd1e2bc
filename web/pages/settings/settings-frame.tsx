import { Title } from '@mantine/core'
import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useMe } from '#web/platform/session.ts'
import { words } from '#web/platform/words.ts'
import { type SettingsEntry, settingsEntries } from './entries.ts'
import classes from './settings-frame.module.css'

/** The entries that this person may open. */
export function useSettingsEntries(): SettingsEntry[] {
  const me = useMe()
  return settingsEntries.filter(entry => entry.opensFor(me))
}

/** Settings: their own navigation at the left (above, on a phone), the chosen page beside it. */
export function SettingsFrame() {
  const entries = useSettingsEntries()
  const { nav, page } = useSteadyView()
  return (
    <div className={classes.frame}>
      <nav ref={nav} className={classes.nav} aria-label={words.settings.title}>
        <Title order={1} className={classes.title}>
          {words.settings.title}
        </Title>
        <Section name={words.settings.personal} entries={entries.filter(one => one.section === 'personal')} />
        <Section
          name={words.settings.workspace}
          entries={entries.filter(one => one.section === 'workspace')}
        />
      </nav>
      <div ref={page} className={classes.page}>
        <Outlet />
      </div>
    </div>
  )
}

/** A page opens at its top, and its entry is in sight where the navigation is a strip to scroll. */
function useSteadyView() {
  const nav = useRef<HTMLElement>(null)
  const page = useRef<HTMLDivElement>(null)
  const { pathname } = useLocation()
  useEffect(() => {
    page.current?.scrollTo({ top: 0 })
    nav.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [pathname])
  return { nav, page }
}

function Section({ name, entries }: { name: string; entries: SettingsEntry[] }) {
  if (entries.length === 0) return null
  return (
    <div className={classes.section}>
      <div className={classes.heading}>{name}</div>
      {entries.map(entry => (
        <Link key={entry.to} to={entry.to} className={classes.entry} activeProps={{ 'data-active': true }}>
          <entry.icon size={16} stroke={1.6} aria-hidden className={classes.icon} />
          {entry.label}
        </Link>
      ))}
    </div>
  )
}
