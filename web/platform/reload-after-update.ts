import { now } from './clock.ts'

const last = 'docket.reloaded-at'
const pause = 30_000

/**
 * After an update of the server the parts of an open page that have not been fetched yet are gone. Then the
 * page loads itself anew (drafts are kept), but never twice in half a minute.
 */
export function reloadAfterUpdate(): void {
  window.addEventListener('vite:preloadError', event => {
    const before = Number(sessionStorage.getItem(last))
    if (now().getTime() - before < pause) return
    event.preventDefault()
    sessionStorage.setItem(last, String(now().getTime()))
    window.location.reload()
  })
}
