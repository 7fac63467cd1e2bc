import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { SettingsFrame } from './settings-frame.tsx'

/**
 * The settings pages under /settings. To add one: a file in this folder, a route here, an entry in entries.ts.
 */
export function settingsRoutes<Parent extends AnyRoute>(getParentRoute: () => Parent) {
  const settings = createRoute({ getParentRoute, path: '/settings', component: SettingsFrame })
  const start = createRoute({
    getParentRoute: () => settings,
    path: '/',
    component: lazyRouteComponent(() => import('./settings-start-page.tsx')),
  })
  return settings.addChildren([start])
}
