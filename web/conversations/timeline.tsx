import { Button } from '@mantine/core'
import { IconArrowDown } from '@tabler/icons-react'
import { type ReactNode, useRef } from 'react'
import type { TimelineEntry } from '#domain/conversations/wire.ts'
import { words } from '#web/platform/words.ts'
import { CommentView } from './comment-view.tsx'
import { EventLine } from './event-line.tsx'
import { MessageView } from './message-view.tsx'
import classes from './timeline.module.css'
import { idOfEntry } from './timeline-filter.ts'
import { useStickToEnd } from './use-stick-to-end.ts'

const say = words.casePage

type Props = {
  entries: readonly TimelineEntry[]
  /** Changes when something is written by the reader, who then wants to see it. */
  follow: number
  hasEarlier: boolean
  loadingEarlier: boolean
  onEarlier: () => void
  onChange: () => void
  /** Above the oldest entry, once that is reached. */
  top?: ReactNode
  empty: string
}

/** The one timeline of a case: messages, comments and events, newest last (ACT-01, ACT-02, ACT-05). */
export function Timeline(props: Props) {
  const box = useRef<HTMLElement>(null)
  const last = props.entries.at(-1)
  const end = useStickToEnd(box, last ? idOfEntry(last) : null, props.follow)
  return (
    <div className={classes.holder}>
      <section ref={box} className={classes.box} onScroll={end.onScroll} aria-label={say.timeline}>
        <div className={classes.inner}>
          {props.hasEarlier ? (
            <div className={classes.earlier}>
              <Button
                variant="default"
                size="compact-sm"
                loading={props.loadingEarlier}
                onClick={() => {
                  end.hold()
                  props.onEarlier()
                }}
              >
                {say.earlier}
              </Button>
            </div>
          ) : (
            props.top
          )}
          {props.entries.length === 0 && <p className={classes.empty}>{props.empty}</p>}
          <ol className={classes.list}>
            {props.entries.map(entry => (
              <li key={idOfEntry(entry)} className={classes.entry} data-kind={entry.entry}>
                <Entry entry={entry} onChange={props.onChange} />
              </li>
            ))}
          </ol>
        </div>
      </section>
      {end.below && (
        <button type="button" className={classes.below} onClick={end.go}>
          <IconArrowDown size={13} stroke={2} aria-hidden />
          {say.toNewest}
        </button>
      )}
    </div>
  )
}

function Entry({ entry, onChange }: { entry: TimelineEntry; onChange: () => void }) {
  if (entry.entry === 'message') return <MessageView message={entry.message} onChange={onChange} />
  if (entry.entry === 'comment') return <CommentView comment={entry.comment} />
  return <EventLine event={entry.event} />
}
