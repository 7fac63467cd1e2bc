import type { Priority } from '#domain/cases/priority.ts'
import type { Status } from '#domain/cases/status.ts'
import type { PersonKey, TeamName } from './company.ts'
import type { Box, Enclosure, Language, Situation } from './situation.ts'

/** A letter before it becomes a mail. */
export type Letter = {
  subject: string
  text: string
  html?: 'plain' | 'newsletter' | 'order' | 'prices'
  encloses?: Enclosure | 'invoice'
  /** How one can tell that a machine sent it. */
  sent?: 'auto-generated' | 'list' | 'vacation'
}

/** How a reply of ours fares. */
export type Fate = 'sent' | 'queued' | 'failed' | 'uncertain'

/** One thing that somebody does in a story; `by` is a colleague. */
export type Deed =
  | { do: 'write'; letter: Letter }
  | { do: 'hand in'; subject: string; text: string }
  /** A mail system reports that our last reply did not arrive. */
  | { do: 'bounce' }
  /** A stranger's mail about the case of another story; `{number}` and `{subject}` are filled in. */
  | { do: 'pose'; letter: Letter; about: string }
  | { do: 'send garbage'; subject: string }
  | {
      do: 'open'
      by: PersonKey
      team: TeamName
      assignee?: PersonKey
      type: Situation['type']
      priority: Priority
      tags: readonly string[]
    }
  | {
      do: 'open by hand'
      by: PersonKey
      team: TeamName
      subject: string
      description: string
      type: Situation['type']
      priority: Priority
      tags: readonly string[]
    }
  | { do: 'claim'; by: PersonKey }
  | { do: 'assign'; by: PersonKey; to: PersonKey; team?: TeamName }
  | { do: 'reply'; by: PersonKey; text: string; status?: Exclude<Status, 'new'>; fate?: Fate }
  /** From the inbox, outside of any case. */
  | { do: 'answer'; by: PersonKey; text: string }
  /** Everything that came in so far is dealt with. */
  | { do: 'complete'; by: PersonKey }
  | { do: 'comment'; by: PersonKey; text: string }
  | { do: 'set status'; by: PersonKey; status: Exclude<Status, 'new'>; reason?: string }
  | { do: 'set deadline'; by: PersonKey; at: Date }
  | { do: 'set priority'; by: PersonKey; priority: Priority }
  | { do: 'add tag'; by: PersonKey; tag: string }
  | { do: 'follow'; by: PersonKey; who: PersonKey }
  | { do: 'end grace' }

/** A deed and when it is done. */
export type Beat = { at: Date; deed: Deed }

/** Everything that happens around one matter, oldest first. */
export type Story = {
  key: string
  box: Box
  language: Language
  /** Who writes; a name that cases opened by hand do not need. */
  writer: { name: string; address: string }
  beats: readonly Beat[]
}
