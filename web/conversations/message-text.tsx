import { IconDots } from '@tabler/icons-react'
import { Fragment, type ReactNode, useState } from 'react'
import type { Message } from '#domain/conversations/wire.ts'
import { words } from '#web/platform/words.ts'
import classes from './message-text.module.css'
import { piecesOf } from './pieces.ts'

const link = /(https?:\/\/[^\s<>"')\]]+[^\s<>"')\].,;:!?])/g

/** Plain text with its web addresses as links that tell the other side nothing about us. */
export function linked(text: string): ReactNode[] {
  return text.split(link).map((part, at) =>
    at % 2 === 0 ? (
      <Fragment key={at}>{part}</Fragment>
    ) : (
      <a key={at} href={part} target="_blank" rel="noopener noreferrer nofollow">
        {part}
      </a>
    ),
  )
}

/** The text of a message; quotes and signatures are folded, never left out. */
export function MessageText({ message }: { message: Message }) {
  const pieces = piecesOf(message.segments)
  if (pieces.length === 0) return <p className={classes.none}>{words.conversations.noText}</p>
  return pieces.map((piece, at) =>
    piece.visible ? (
      <div key={at} className={classes.text}>
        {linked(piece.text.trim())}
      </div>
    ) : (
      <Folded key={at} text={piece.text} alone={pieces.length === 1} />
    ),
  )
}

function Folded({ text, alone }: { text: string; alone: boolean }) {
  const [open, setOpen] = useState(alone)
  const label = open ? words.conversations.hideQuote : words.conversations.showQuote
  return (
    <div>
      <button
        type="button"
        className={classes.fold}
        aria-expanded={open}
        aria-label={label}
        title={label}
        onClick={() => setOpen(!open)}
      >
        <IconDots size={14} aria-hidden />
      </button>
      {open && <div className={classes.quote}>{linked(text.trim())}</div>}
    </div>
  )
}
