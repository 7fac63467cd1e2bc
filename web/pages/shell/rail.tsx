import type { Icon } from '@tabler/icons-react'
import { IconAlertSquare, IconInbox, IconSettings, IconStack2 } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { countCases } from '#web/cases/api.ts'
import { countInbox } from '#web/inbox/api.ts'
import { keys } from '#web/platform/keys.ts'
import { useMay, useMe } from '#web/platform/session.ts'
import { words } from '#web/platform/words.ts'
import { Logo } from '#web/ui/logo.tsx'
import classes from './rail.module.css'

type Place = {
  to: '/inbox' | '/cases' | '/quarantine' | '/settings'
  label: string
  icon: Icon
  count?: string | undefined
  low?: boolean
}

/** The places this person can go, each with a count where a count means work. */
export function usePlaces(): Place[] {
  const may = useMay()
  const works = may.hold('cases.manage')
  const mine = { view: 'mine', bucket: 'open' } as const
  const inbox = useQuery({ queryKey: keys.inboxCounts, queryFn: ({ signal }) => countInbox(signal) }).data
  const cases = useQuery({
    queryKey: keys.caseCounts(mine),
    queryFn: ({ signal }) => countCases(mine, signal),
    enabled: works,
  }).data
  const say = words.nav
  const shown = (count: number | undefined, cap: number | undefined) =>
    count ? words.capped(count, cap ?? count) : undefined
  const places: Place[] = [
    { to: '/inbox', label: say.inbox, icon: IconInbox, count: shown(inbox?.waiting, inbox?.cap) },
  ]
  if (works)
    places.push({ to: '/cases', label: say.cases, icon: IconStack2, count: shown(cases?.open, cases?.cap) })
  if (may.hold('quarantine.manage')) {
    const count = shown(inbox?.quarantined, inbox?.cap)
    places.push({ to: '/quarantine', label: say.quarantine, icon: IconAlertSquare, count })
  }
  places.push({ to: '/settings', label: say.settings, icon: IconSettings, low: true })
  return places
}

/** The left rail; icons only on narrow screens, a bar at the bottom on phones. */
export function Rail() {
  const me = useMe()
  const places = usePlaces()
  return (
    <nav className={classes.rail} aria-label={words.nav.main}>
      <div className={classes.brand}>
        <Logo />
        <span className={classes.workspace}>{me.workspace.name}</span>
      </div>
      {places.map(place => (
        <PlaceLink key={place.to} place={place} />
      ))}
    </nav>
  )
}

function PlaceLink({ place }: { place: Place }) {
  return (
    <Link
      to={place.to}
      search={{}}
      className={classes.place}
      data-low={place.low || undefined}
      activeProps={{ 'data-active': true }}
      activeOptions={{ includeSearch: false }}
      title={place.label}
    >
      <place.icon size={17} stroke={1.7} aria-hidden />
      <span className={classes.label}>{place.label}</span>
      {place.count && <span className={classes.count}>{place.count}</span>}
    </Link>
  )
}
