import '@mantine/core/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import './ui/base.css'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { createRoot } from 'react-dom/client'
import { makeRouter } from './pages/routes.tsx'
import { makeClient } from './platform/client.ts'
import { reloadAfterUpdate } from './platform/reload-after-update.ts'
import { theme, variables } from './ui/theme.ts'

const client = makeClient(() => {
  const here = window.location.pathname + window.location.search
  if (!here.startsWith('/sign-in')) window.location.assign(`/sign-in?next=${encodeURIComponent(here)}`)
})
const router = makeRouter(client)
reloadAfterUpdate()

createRoot(document.getElementById('root')!).render(
  <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto">
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </MantineProvider>,
)
