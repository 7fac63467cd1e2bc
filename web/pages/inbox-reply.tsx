import { Button } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { InboxRow } from '#domain/inbox/wire.ts'
import { needsLevel } from '#domain/people/actor.ts'
import { replyToMessage } from '#web/conversations/api.ts'
import { ReplyForm } from '#web/conversations/reply-form.tsx'
import { senderName } from '#web/inbox/sender-name.ts'
import { useCommands } from '#web/platform/commands.ts'
import { hasDraft } from '#web/platform/drafts.ts'
import { sentenceOf } from '#web/platform/sentences.ts'
import { actorOf, useMe } from '#web/platform/session.ts'
import { tell } from '#web/platform/toasts.tsx'
import { words } from '#web/platform/words.ts'
import { KeyHint } from '#web/ui/key-hint.tsx'
import classes from './inbox-reading.module.css'

type Props = { row: InboxRow; newest: string | null; onSent: () => void; showNewest: () => void }

/** The reply from the inbox: it answers the customer and leaves every case as it is (D-17). */
export function InboxReply({ row, newest, onSent, showNewest }: Props) {
  const name = `conversation.${row.conversation.id}`
  const [open, setOpen] = useState(() => hasDraft(name))
  const input = useRef<HTMLTextAreaElement>(null)
  const [asked, setAsked] = useState(0)
  const verdict = needsLevel(actorOf(useMe()), row.channel.id, 'can_reply')
  const refusal = verdict.ok ? undefined : sentenceOf(verdict.code, verdict.data)
  const start = () => {
    setOpen(true)
    setAsked(times => times + 1)
  }
  useEffect(() => {
    if (asked > 0) input.current?.focus()
  }, [asked])
  const { groups, inbox } = words
  useCommands([
    { id: 'reply', group: groups.message, title: inbox.actions.reply, keys: 'r', refusal, run: start },
  ])
  if (!open) return <OpenButton refusal={refusal} onClick={start} />
  return (
    <div className={classes.composer}>
      <ReplyForm
        name={name}
        to={senderName(row)}
        newest={newest}
        choices={[]}
        inputRef={input}
        send={(reply, key) => replyToMessage(row.id, reply, key)}
        showNewest={showNewest}
        onSent={() => {
          tell(words.conversations.reply.sent)
          setOpen(false)
          onSent()
        }}
      />
    </div>
  )
}

function OpenButton({ refusal, onClick }: { refusal: string | undefined; onClick: () => void }) {
  return (
    <div className={classes.open}>
      <Button
        variant="default"
        leftSection={<IconArrowBackUp size={15} stroke={1.8} />}
        rightSection={<KeyHint keys="r" />}
        onClick={onClick}
        disabled={refusal !== undefined}
        title={refusal}
      >
        {words.inbox.actions.reply}
      </Button>
    </div>
  )
}
