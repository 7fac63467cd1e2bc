import { useEffect, useRef, useState } from 'react'
import type { Case } from '#domain/cases/wire.ts'
import { commentOnCase } from '#web/cases/api.ts'
import { refusalOf } from '#web/cases/status-picker.tsx'
import { replyInCase } from '#web/conversations/api.ts'
import { CommentForm } from '#web/conversations/comment-form.tsx'
import { ReplyForm } from '#web/conversations/reply-form.tsx'
import type { SendChoice } from '#web/conversations/send-button.tsx'
import { useCommands } from '#web/platform/commands.ts'
import { useUsers } from '#web/platform/directory.ts'
import { tell } from '#web/platform/toasts.tsx'
import { words } from '#web/platform/words.ts'
import classes from './case-page.module.css'
import { ReplyBlocked } from './reply-blocked.tsx'

const say = words.casePage.composer
type Tab = 'reply' | 'comment'

type Props = {
  of: Case
  newest: string | null
  onSent: () => void
  showNewest: () => void
  onReopen: () => void
}

/** Writing at the bottom of a case: to the customer, or to colleagues. */
export function CaseComposer(props: Props) {
  const { of } = props
  const [tab, setTab] = useState<Tab>(() =>
    of.conversation === null || !of.may.reply.ok ? 'comment' : 'reply',
  )
  const { input, focus } = useTabKeys(setTab)
  return (
    <div className={classes.composer} data-tab={tab}>
      <div className={classes.tabs} role="tablist" aria-label={say.label}>
        {(['reply', 'comment'] as const).map(one => (
          <button
            key={one}
            type="button"
            role="tab"
            className={classes.tab}
            aria-selected={one === tab}
            onClick={() => focus(one)}
          >
            {say[one]}
          </button>
        ))}
        {tab === 'reply' && of.customer && (
          <span className={classes.to}>
            {words.conversations.reply.to(of.customer.handle || of.customer.name)}
          </span>
        )}
      </div>
      {tab === 'reply' ? <Reply {...props} inputRef={input} /> : <Comment {...props} inputRef={input} />}
    </div>
  )
}

/** r and n open their tab and put the cursor into it. */
function useTabKeys(setTab: (tab: Tab) => void) {
  const input = useRef<HTMLTextAreaElement>(null)
  const [asked, setAsked] = useState(0)
  useEffect(() => {
    if (asked > 0) input.current?.focus()
  }, [asked])
  const focus = (tab: Tab) => {
    setTab(tab)
    setAsked(times => times + 1)
  }
  const group = words.groups.case
  useCommands([
    { id: 'reply', group, title: words.casePage.reply, keys: 'r', run: () => focus('reply') },
    {
      id: 'comment',
      group,
      title: words.casePage.comment,
      keys: 'n',
      also: 'note',
      run: () => focus('comment'),
    },
  ])
  return { input, focus }
}

type PartProps = Props & { inputRef: React.Ref<HTMLTextAreaElement> }

function Reply({ of, newest, onSent, showNewest, onReopen, inputRef }: PartProps) {
  const refusal = of.conversation === null ? say.noConversation : refusalOf(of.may.reply)
  if (refusal !== undefined) return <ReplyBlocked of={of} refusal={refusal} onReopen={onReopen} />
  const choices: SendChoice[] = of.may.changeStatus.ok ? ['waiting', 'resolved', 'on_hold'] : []
  return (
    <ReplyForm
      name={`case.${of.number}.reply`}
      to={of.customer?.name ?? ''}
      newest={newest}
      choices={choices}
      inputRef={inputRef}
      send={(reply, key) => replyInCase(of.number, reply, key)}
      showNewest={showNewest}
      onSent={() => {
        tell(say.replied)
        onSent()
      }}
    />
  )
}

function Comment({ of, onSent, inputRef }: PartProps) {
  const people = useUsers().filter(user => user.active)
  return (
    <CommentForm
      name={`case.${of.number}.comment`}
      people={people}
      inputRef={inputRef}
      send={(body, key) => commentOnCase(of.number, body, key)}
      onSent={onSent}
    />
  )
}
