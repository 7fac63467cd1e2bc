/** How far a story has been played. */
export type Played = {
  /** The case it is about, once there is one. */
  number: number | null
  /** The message the case is made from. */
  first: string | null
  /** Messages that came in and are not dealt with. */
  undone: string[]
  /** Letters so far. */
  letters: number
  theirs: { mailId: string } | null
  /** What we wrote last, and where answers to it go. */
  ours: OurLetter | null
}

/** Nothing has happened yet. */
export function notYetPlayed(): Played {
  return { number: null, first: null, undone: [], letters: 0, theirs: null, ours: null }
}

type OurLetter = {
  mailId: string
  replyTo: string
  sender: string
  address: string
  subject: string
  text: string
  at: Date
}
