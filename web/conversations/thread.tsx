import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { Message } from '#domain/conversations/wire.ts'
import { words } from '#web/platform/words.ts'
import { MessageView } from './message-view.tsx'
import classes from './thread.module.css'

type Props = {
  messages: readonly Message[]
  /** The message that was opened; brought before the eyes. */
  selected: string | null
  hasEarlier: boolean
  loadingEarlier: boolean
  onEarlier: () => void
  onChange: () => void
}

/** The messages of a conversation, oldest first. */
export function Thread(props: Props) {
  const { messages, selected } = props
  const list = useRef<HTMLOListElement>(null)
  const first = messages[0]?.id
  const has = selected !== null && messages.some(message => message.id === selected)
  useEffect(() => {
    if (!has || first === selected) return
    list.current?.querySelector(`[data-message="${selected}"]`)?.scrollIntoView({ block: 'start' })
  }, [selected, has])
  return (
    <>
      {props.hasEarlier && (
        <div className={classes.earlier}>
          <Button
            variant="default"
            size="compact-sm"
            loading={props.loadingEarlier}
            onClick={props.onEarlier}
          >
            {words.conversations.earlier}
          </Button>
        </div>
      )}
      <ol ref={list} className={classes.list} aria-label={words.conversations.thread}>
        {messages.map(message => (
          <li key={message.id} data-message={message.id} className={classes.item}>
            <MessageView
              message={message}
              selected={messages.length > 1 && message.id === selected}
              onChange={props.onChange}
            />
          </li>
        ))}
      </ol>
    </>
  )
}
