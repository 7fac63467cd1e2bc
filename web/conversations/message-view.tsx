import { Button, Tooltip } from '@mantine/core'
import { IconPhotoOff } from '@tabler/icons-react'
import { useState } from 'react'
import type { Message } from '#domain/conversations/wire.ts'
import { words } from '#web/platform/words.ts'
import { Notice } from '#web/ui/notice.tsx'
import { PersonAvatar } from '#web/ui/person-avatar.tsx'
import { TimeAgo } from '#web/ui/time-ago.tsx'
import { DeliveryMark, DeliveryTrouble } from './delivery-mark.tsx'
import { DoubtNotice } from './doubt-notice.tsx'
import { MessageFiles } from './message-files.tsx'
import { MessageFrame } from './message-frame.tsx'
import { MessageMenu } from './message-menu.tsx'
import { MessageText } from './message-text.tsx'
import classes from './message-view.module.css'

const say = words.conversations

/** Who a message is from, as its head names them. */
export function senderOf(message: Message): string {
  if (message.direction === 'out') return message.author?.name ?? say.team
  return message.from?.name || message.customer?.name || message.from?.address || say.unknownSender
}

/** Mails with pictures or without any text are shown as they were designed; others as calm text. */
function startsFormatted(message: Message): boolean {
  const designed = message.remoteImages > 0 || message.files.some(file => file.inline)
  return message.hasHtml && (designed || message.text.trim() === '')
}

type Props = { message: Message; selected?: boolean; onChange: () => void }

/** One message of a conversation, incoming or outgoing, with everything that belongs to it. */
export function MessageView({ message, selected = false, onChange }: Props) {
  const [formatted, setFormatted] = useState(() => startsFormatted(message))
  const from = senderOf(message)
  return (
    <article
      className={classes.message}
      data-direction={message.direction}
      data-selected={selected || undefined}
    >
      <PersonAvatar name={from} size={28} />
      <div className={classes.main}>
        <Head message={message} from={from}>
          <MessageMenu message={message} formatted={formatted} onFormatted={setFormatted} />
        </Head>
        <Recipients message={message} />
        <div className={classes.notices}>
          <DoubtNotice message={message} />
        </div>
        {formatted ? <Formatted message={message} from={from} /> : <MessageText message={message} />}
        <MessageFiles files={message.files} />
        <DeliveryTrouble message={message} onChange={onChange} />
      </div>
    </article>
  )
}

function Head({ message, from, children }: { message: Message; from: string; children: React.ReactNode }) {
  const out = message.direction === 'out'
  return (
    <header className={classes.head}>
      <span className={classes.from}>{from}</span>
      {!out && message.from && message.from.address !== from && (
        <span className={classes.address}>{message.from.address}</span>
      )}
      {message.state !== 'normal' && <span className={classes.label}>{say[message.state]}</span>}
      <span className={classes.right}>
        {out && <DeliveryMark delivery={message.delivery} />}
        <TimeAgo at={message.postedAt} className={classes.time ?? ''} />
        {children}
      </span>
    </header>
  )
}

function Recipients({ message }: { message: Message }) {
  const name = (one: Message['to'][number]) => one.name || shortAddress(one.address)
  const to = message.to.map(name).join(', ')
  const cc = message.cc.map(name).join(', ')
  if (to === '' && cc === '') return null
  const full = [...message.to, ...message.cc].map(one => one.address).join(', ')
  return (
    <Tooltip label={full} multiline maw={420}>
      <div className={classes.recipients}>
        {to && `${say.to} ${to}`}
        {cc && ` · ${say.cc} ${cc}`}
      </div>
    </Tooltip>
  )
}

/** An address of ours without the long token that ties answers to their conversation (support+…@). */
function shortAddress(address: string): string {
  return address.replace(/\+[a-z0-9]{20,}@/i, '@')
}

function Formatted({ message, from }: { message: Message; from: string }) {
  const [images, setImages] = useState(false)
  return (
    <>
      {message.remoteImages > 0 && !images && (
        <div className={classes.notices}>
          <Notice
            icon={<IconPhotoOff size={16} stroke={1.7} aria-hidden />}
            action={
              <Button size="compact-sm" variant="default" onClick={() => setImages(true)}>
                {say.showImages}
              </Button>
            }
          >
            {say.images(message.remoteImages)}
          </Notice>
        </div>
      )}
      <MessageFrame id={message.id} from={from} images={images} />
    </>
  )
}
