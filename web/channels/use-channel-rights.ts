import {
  mayCreateChannel,
  mayManageAccess,
  mayManageChannel,
  mayManageConnections,
} from '#domain/channels/permissions.ts'
import { actorOf, useMe } from '#web/platform/session.ts'

/** What the one signed in may do with channels, by the same rules as on the server. */
export function useChannelRights() {
  const actor = actorOf(useMe())
  const settings = (id: string) => mayManageChannel(actor, id).ok
  const access = (id: string) => mayManageAccess(actor, id).ok
  return {
    create: mayCreateChannel(actor).ok,
    /** Where channels fetch and send: shown to those alone who manage channels. */
    connections: mayManageConnections(actor).ok,
    settings,
    access,
    /** The page of a channel that this person may open; null when there is none. */
    pageOf: (id: string) => {
      const page = `/settings/channels/${id}`
      if (settings(id)) return page
      return access(id) ? `${page}/access` : null
    },
  }
}
