import { Notifications } from '@mantine/notifications'
import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { readCaseSearch, readCasesSearch } from '#web/cases/search.ts'
import { readInboxSearch } from '#web/inbox/search.ts'
import { CrashedPage } from './crashed-page.tsx'
import { guard, signInSearch } from './guard.ts'
import { NotFoundPage } from './not-found-page.tsx'
import { settingsRoutes } from './settings/routes.ts'
import { Frame } from './shell/frame.tsx'

/** What every route may use while it loads. */
export type Context = { client: QueryClient }

/** The page, and above it what was just done or refused. */
function Root() {
  return (
    <>
      <Outlet />
      <Notifications position="bottom-left" limit={3} containerWidth={360} />
    </>
  )
}

const root = createRootRouteWithContext<Context>()({
  component: Root,
  notFoundComponent: NotFoundPage,
  errorComponent: CrashedPage,
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: signInSearch,
  component: lazyRouteComponent(() => import('./sign-in-page.tsx')),
})
const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  component: lazyRouteComponent(() => import('./setup-page.tsx')),
})
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(() => import('./invitation-page.tsx')),
})

/** Everything behind the sign-in, inside the frame. */
const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  beforeLoad: guard,
  component: Frame,
})
const home = createRoute({
  getParentRoute: () => frame,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/inbox', search: {} })
  },
})
const inbox = createRoute({
  getParentRoute: () => frame,
  path: '/inbox',
  validateSearch: readInboxSearch,
  component: lazyRouteComponent(() => import('./inbox-page.tsx')),
})
const cases = createRoute({
  getParentRoute: () => frame,
  path: '/cases',
  validateSearch: readCasesSearch,
  component: lazyRouteComponent(() => import('./cases-page.tsx')),
})
const oneCase = createRoute({
  getParentRoute: () => frame,
  path: '/cases/$number',
  validateSearch: readCaseSearch,
  component: lazyRouteComponent(() => import('./case-page.tsx')),
})
const quarantine = createRoute({
  getParentRoute: () => frame,
  path: '/quarantine',
  component: lazyRouteComponent(() => import('./quarantine-page.tsx')),
})

const tree = root.addChildren([
  signIn,
  setup,
  invitation,
  frame.addChildren([home, inbox, cases, oneCase, quarantine, settingsRoutes(() => frame)]),
])

/** The router with all pages; each page is its own file and comes only when it is opened. */
export function makeRouter(client: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { client },
    defaultPreload: 'intent',
    defaultPreloadDelay: 60,
    scrollRestoration: false,
    defaultNotFoundComponent: NotFoundPage,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>
  }
}
