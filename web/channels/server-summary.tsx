import { words } from '#web/platform/words.ts'
import type { ShownServer } from './channels-api.ts'

const say = words.channels.server

/** A mail server in one line: where, how, as whom, and whether there is a password. */
export function ServerSummary({ server }: { server: ShownServer }) {
  const facts = [
    `${server.host}:${server.port}`,
    server.secure ? say.tls : say.startTls,
    server.user,
    server.passwordSet ? words.settingsFrame.passwordSet : words.settingsFrame.passwordNotSet,
  ]
  return <>{facts.filter(Boolean).join(' · ')}</>
}
