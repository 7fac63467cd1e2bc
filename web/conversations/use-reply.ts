import { useMutation } from '@tanstack/react-query'
import type { Ref } from 'react'
import type { Status } from '#domain/cases/status.ts'
import type { Message } from '#domain/conversations/wire.ts'
import { useDraft } from '#web/platform/drafts.ts'
import { isProblem } from '#web/platform/problem.ts'
import { useSameKey } from '#web/platform/same-key.ts'
import type { Reply } from './api.ts'
import type { SendChoice } from './send-button.tsx'

/** What the reply form needs from its page. */
export type ReplyFormProps = {
  /** Under this name the draft is kept. */
  name: string
  /** Who gets the answer. */
  to: string
  /** The newest message on the screen; a later one stops the reply (BY-05). */
  newest: string | null
  /** Ways to send with a new status; none in the inbox. */
  choices: readonly SendChoice[]
  send: (reply: Reply, key: string) => Promise<Message>
  onSent: (message: Message) => void
  /** Brings the newest message before the reader's eyes. */
  showNewest: () => void
  inputRef?: Ref<HTMLTextAreaElement>
}

type Draft = { text: string; cc: string[]; seen: string | null }
const empty: Draft = { text: '', cc: [], seen: null }

function replyOf(draft: Draft, newest: string | null, status?: Exclude<Status, 'new'>): Reply {
  const seen = draft.seen ?? newest
  return {
    text: draft.text,
    cc: draft.cc,
    ...(status ? { status } : {}),
    ...(seen ? { seenMessageId: seen } : {}),
  }
}

/**
 * The state of a reply being written. `seen` is the newest message when the first word was typed: when a
 * later one is there, sending stops and shows it first (BY-05).
 */
export function useReply({ name, newest, send, onSent, showNewest }: ReplyFormProps) {
  const { draft, change, discard } = useDraft(name, empty)
  const keyFor = useSameKey()
  const act = useMutation({
    mutationFn: (reply: Reply) => send(reply, keyFor(reply)),
    onSuccess: message => {
      discard()
      onSent(message)
    },
    onError: error => {
      if (isProblem(error, 'NEWER_MESSAGE')) showNewest()
    },
  })
  const known = draft.text !== '' && draft.seen !== null && newest !== null && draft.seen !== newest
  const told = isProblem(act.error, 'NEWER_MESSAGE')
  const stale = known || told
  return {
    draft,
    change,
    discard,
    stale,
    busy: act.isPending,
    error: told ? null : act.error,
    write: (text: string) =>
      change(text === '' ? { text, seen: null } : { text, seen: draft.seen ?? newest }),
    /** The author has read what came: the draft counts as written after it. */
    read: () => {
      change({ seen: newest })
      act.reset()
    },
    submit: (status?: Exclude<Status, 'new'>) => {
      if (draft.text.trim() === '' || act.isPending) return
      if (stale) showNewest()
      else act.mutate(replyOf(draft, newest, status))
    },
  }
}
