import { findMessageOfRaw, type MessageRow } from '#server/conversations/message-store.ts'
import { findRawByFingerprint } from '#server/conversations/raw-store.ts'
import { receiveMail } from '#server/conversations/receive-mail.ts'
import { takeIntake } from '#server/conversations/take-intake.ts'
import { understandMail } from '#server/conversations/understand-mail.ts'
import type { Context } from '#server/platform/context.ts'
import type { Tx } from '#server/platform/db/tx.ts'
import { hashOf } from '#server/platform/ids.ts'
import type { MailReader } from '#server/platform/mail/reading-room.ts'
import type { Cast } from './cast.ts'
import { composeBounce, composeGarbage, composeLetter } from './compose-letter.ts'
import { fillIn, layOut } from './lay-out-text.ts'
import type { Played } from './played.ts'
import { smallTalk } from './situations/small-talk.ts'
import { findCaseHead } from './store.ts'
import type { Letter, Story } from './story.ts'

/** What mail needs besides the act's own context. */
export type Post = {
  cast: Cast
  reader: MailReader
  workspaceId: string
  /** Keys of the jobs that acts have queued on the way; all are taken back at the end. */
  jobs: string[]
}

/** The customer's next mail comes in: the first, or an answer to what was said last. */
export async function receiveLetter(
  ctx: Context,
  tx: Tx,
  post: Post,
  story: Story,
  played: Played,
  letter: Letter,
) {
  const { cast } = post
  const channel = cast.channels[story.box]
  const answers = played.ours ?? played.theirs
  const text = played.ours && !letter.sent ? `${letter.text}\n\n${quoted(story, played.ours)}` : letter.text
  const domain = story.writer.address.split('@')[1]
  const messageId = `${story.key.replace(/\W+/gu, '-')}.${played.letters}@${domain}`
  const to = played.ours?.replyTo ?? channel.address
  const raw = await composeLetter(
    { ...letter, text },
    {
      from: story.writer,
      to,
      at: ctx.clock.now(),
      messageId,
      inReplyTo: answers?.mailId ?? null,
      references: answers ? [answers.mailId] : [],
    },
  )
  await takeIn(ctx, tx, post, story, played, {
    raw,
    to,
    from: letter.sent === 'vacation' ? '' : story.writer.address,
  })
}

/** Somebody else's mail about a case that exists. */
export async function receiveStranger(
  ctx: Context,
  tx: Tx,
  post: Post,
  story: Story,
  played: Played,
  pose: { letter: Letter; number: number },
) {
  const head = await findCaseHead(tx, pose.number)
  const values = { number: String(head.number), subject: head.subject }
  const subject = fillIn(pose.letter.subject, values)
  await receiveLetter(ctx, tx, post, story, played, { subject, text: layOut(pose.letter.text, values) })
}

/** The mail system of the customer sends our last reply back. */
export async function receiveBounce(ctx: Context, tx: Tx, post: Post, story: Story, played: Played) {
  const { ours } = played
  if (!ours) throw new Error(`Nothing was sent in ${story.key} that could come back.`)
  const raw = composeBounce({
    to: story.writer.address,
    messageId: ours.mailId,
    subject: ours.subject,
    at: ctx.clock.now(),
    back: ours.replyTo,
  })
  await takeIn(ctx, tx, post, story, played, { raw, to: ours.replyTo, from: '' })
}

/** A mail that ends in quarantine. */
export async function receiveGarbage(
  ctx: Context,
  tx: Tx,
  post: Post,
  story: Story,
  played: Played,
  subject: string,
) {
  const to = post.cast.channels[story.box].address
  const raw = composeGarbage(story.writer, to, subject, ctx.clock.now())
  await takeIn(ctx, tx, post, story, played, { raw, to, from: story.writer.address })
}

/** Takes a mail in and understands it at once; the job that would read it later is not needed. */
async function takeIn(
  ctx: Context,
  tx: Tx,
  post: Post,
  story: Story,
  played: Played,
  mail: { raw: Buffer; to: string; from: string },
) {
  const channelId = post.cast.channels[story.box].id
  const envelope = { from: mail.from, to: [mail.to], remote: null }
  await receiveMail(ctx, { workspaceId: post.workspaceId, channelId, via: 'smtp', envelope, raw: mail.raw })
  const kept = await findRawByFingerprint(tx, channelId, hashOf(mail.raw))
  if (!kept) throw new Error('A mail that was taken in is gone.')
  post.jobs.push(`understand:${kept.id}`)
  await understandMail(ctx, post.reader, { workspaceId: post.workspaceId, id: kept.id })
  const message = await findMessageOfRaw(tx, kept.id)
  if (message) note(played, message)
}

/** The shop hands a message in. */
export async function receiveFromShop(
  ctx: Context,
  tx: Tx,
  post: Post,
  story: Story,
  played: Played,
  said: { subject: string; text: string },
) {
  const { cast } = post
  const handle = story.writer.address
  const channelId = cast.channels.shop.id
  const id = `shop-${story.key}-${played.letters}`
  const message = { id, from: { handle, name: story.writer.name }, thread: story.key, ...said }
  const { messageId } = await takeIntake(ctx, cast.actors.owner, channelId, message)
  const raw = await findRawByFingerprint(tx, channelId, hashOf(id))
  if (raw) post.jobs.push(`understand:${raw.id}`)
  played.undone.push(messageId)
  played.first ??= messageId
  played.letters += 1
}

function note(played: Played, message: MessageRow): void {
  played.undone.push(message.id)
  played.first ??= message.id
  played.letters += 1
  if (message.mail_id && message.automatic === null) played.theirs = { mailId: message.mail_id }
}

/** What we had written, as mail programs put it under an answer. */
function quoted(story: Story, ours: NonNullable<Played['ours']>): string {
  const { wrote } = smallTalk[story.language]
  const when = `${ours.at.toISOString().slice(0, 10)} ${ours.at.toISOString().slice(11, 16)}`
  const who = `${ours.sender} <${ours.address}>`
  const lines = ours.text.split('\n').map(line => (line === '' ? '>' : `> ${line}`))
  return [fillIn(wrote, { when, who }), ...lines].join('\n')
}
