import { useQueryClient } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { listenForKeys } from '#web/platform/keyboard.ts'
import { startLive } from '#web/platform/live.ts'
import { words } from '#web/platform/words.ts'
import { ConnectionBar } from './connection-bar.tsx'
import classes from './frame.module.css'
import { useFrameCommands } from './frame-commands.ts'
import { usePaletteOpened } from './palette-store.ts'
import { Rail } from './rail.tsx'
import { TopBar } from './top-bar.tsx'

const Palette = lazy(() => import('./palette.tsx'))
const Help = lazy(() => import('./help.tsx'))

/** Everything around the page: rail, bar, the live stream, the keys, the palette. */
export function Frame() {
  const client = useQueryClient()
  const [help, setHelp] = useState(false)
  const palette = usePaletteOpened()
  useEffect(() => startLive(client), [client])
  useEffect(() => listenForKeys(), [])
  useFrameCommands(() => setHelp(true))
  return (
    <div className={classes.frame}>
      <a href="#content" className={classes.skip}>
        {words.nav.skip}
      </a>
      <Rail />
      <div className={classes.stage}>
        <TopBar onHelp={() => setHelp(true)} />
        <ConnectionBar />
        <main id="content" className={classes.content} tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <Suspense>
        {palette && <Palette />}
        {help && <Help onClose={() => setHelp(false)} />}
      </Suspense>
    </div>
  )
}
