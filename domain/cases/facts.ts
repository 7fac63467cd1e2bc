import type { CloseReason, Status } from './status.ts'

/** What the rules of cases need to know of one: the ground floor's view of a record. */
export type CaseFacts = {
  number: number
  status: Status
  closeReason: CloseReason | null
  channelId: string
  teamId: string | null
  assigneeId: string | null
  assignedById: string | null
  collaboratorIds: readonly string[]
  careOrigin: boolean
  createdAt: Date
  resolvedAt: Date | null
  closedAt: Date | null
}
