import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { readNewChannelSearch } from '#web/channels/channel-form.ts'
import { readPeopleSearch } from '#web/people/people-filter.ts'
import { SettingsFrame } from './settings-frame.tsx'

type Load = () => Promise<{ default: ComponentType }>

/**
 * The settings pages under /settings. To add one: a file in this folder, a route here, an entry in entries.ts.
 */
export function settingsRoutes<Parent extends AnyRoute>(getParentRoute: () => Parent) {
  const settings = createRoute({ getParentRoute, path: '/settings', component: SettingsFrame })
  const page = <Path extends string>(path: Path, load: Load) =>
    createRoute({ getParentRoute: () => settings, path, component: lazyRouteComponent(load) })
  const people = createRoute({
    getParentRoute: () => settings,
    path: '/people',
    validateSearch: readPeopleSearch,
    component: lazyRouteComponent(() => import('./people-page.tsx')),
  })
  const newChannel = createRoute({
    getParentRoute: () => settings,
    path: '/channels/new',
    validateSearch: readNewChannelSearch,
    component: lazyRouteComponent(() => import('./new-channel-page.tsx')),
  })
  return settings.addChildren([
    page('/', () => import('./settings-start-page.tsx')),
    page('/profile', () => import('./profile-page.tsx')),
    page('/security', () => import('./security-page.tsx')),
    page('/permissions', () => import('./permissions-page.tsx')),
    page('/tokens', () => import('./tokens-page.tsx')),
    people,
    page('/people/invitations', () => import('./invitations-page.tsx')),
    page('/people/$id', () => import('./person-page.tsx')),
    page('/groups', () => import('./groups-page.tsx')),
    page('/groups/$id', () => import('./group-page.tsx')),
    page('/teams', () => import('./teams-page.tsx')),
    page('/teams/$id', () => import('./team-page.tsx')),
    page('/channels', () => import('./channels-page.tsx')),
    newChannel,
    page('/channels/$id', () => import('./channel-page.tsx')),
    page('/channels/$id/access', () => import('./channel-access-page.tsx')),
    page('/cases', () => import('./case-settings-page.tsx')),
  ])
}
