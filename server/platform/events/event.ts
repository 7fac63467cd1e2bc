/** Who did it. A rule acts by itself; the system is everything else that no person did. */
export type EventActor =
  | { kind: 'user'; id: string }
  | { kind: 'customer'; id: string | null }
  | { kind: 'rule' | 'system' }

/** One thing that happened, as the acts hand it over. `data` holds before, after and what a sentence needs. */
export type EventRecord = {
  id?: string
  kind: string
  actor: EventActor
  caseId?: string | null
  conversationId?: string | null
  messageId?: string | null
  channelId?: string | null
  data: Record<string, unknown>
  /** The rule that decided and the settings version it read (BY-01). */
  rule?: string
  settingsVersion?: number | null
}
