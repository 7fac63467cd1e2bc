/** A program that lives until it is stopped, for tests of the launcher: says "ready", "stopping" and then ends. */
import { beginLifetime } from '#server/platform/lifetime.ts'

const lifetime = beginLifetime({ log: () => undefined })
const alive = setInterval(() => undefined, 60_000)
lifetime.onStop('the program', () => {
  clearInterval(alive)
  console.log('stopping')
})
console.log(`ready ${process.pid}`)
