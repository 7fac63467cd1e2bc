import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { pressed } from '#web/platform/keyboard.ts'
import { words } from '#web/platform/words.ts'
import { FormError } from '#web/ui/form-error.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { CcInput } from './cc-input.tsx'
import classes from './composer.module.css'
import { SendButton } from './send-button.tsx'
import { type ReplyFormProps, useReply } from './use-reply.ts'

const say = words.conversations.reply

/** Writing to the customer: keeps every word, stops when a newer message came, sends with or without a status. */
export function ReplyForm(props: ReplyFormProps) {
  const reply = useReply(props)
  const { draft, change, submit } = reply
  const [cc, setCc] = useState(false)
  return (
    <div>
      {(cc || draft.cc.length > 0) && <CcInput value={draft.cc} onChange={list => change({ cc: list })} />}
      <Textarea
        ref={props.inputRef}
        aria-label={say.label}
        placeholder={say.placeholder(props.to)}
        variant="unstyled"
        autosize
        minRows={3}
        maxRows={14}
        value={draft.text}
        classNames={{ input: classes.input ?? '' }}
        onChange={event => reply.write(event.currentTarget.value)}
        onKeyDown={event => {
          if (event.key === 'Escape') event.currentTarget.blur()
          if (!pressed(event.nativeEvent, 'mod+enter')) return
          event.preventDefault()
          submit()
        }}
      />
      <Warnings {...reply} />
      <div className={classes.foot}>
        {!cc && draft.cc.length === 0 && (
          <Button variant="subtle" color="gray" size="compact-xs" onClick={() => setCc(true)}>
            {say.cc}
          </Button>
        )}
        <span className={classes.kept}>{draft.text !== '' && say.kept}</span>
        <SendButton
          choices={props.choices}
          busy={reply.busy}
          empty={draft.text.trim() === ''}
          onSend={submit}
        />
      </div>
    </div>
  )
}

function Warnings({ stale, error, read }: ReturnType<typeof useReply>) {
  if (!stale && !error) return null
  return (
    <div className={classes.warnings}>
      {stale ? (
        <Notice
          tone="warn"
          action={
            <Button size="compact-sm" variant="default" onClick={read}>
              {say.seen}
            </Button>
          }
        >
          {say.newer}
        </Notice>
      ) : (
        <FormError error={error} />
      )}
    </div>
  )
}
