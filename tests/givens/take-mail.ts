import { receiveMail } from '#server/conversations/receive-mail.ts'
import type { MessagesRow } from '#server/platform/db/tables.ts'
import type { MailHouse } from '#tests/givens/mail-house.ts'
import { type MailWish, rawMail } from '#tests/givens/raw-mail.ts'

/** What the tables say about a message. */
export type Taken = MessagesRow

/** Brings mail to a channel as a mail server does, and lets it be understood. */
export async function takeMail(
  house: MailHouse,
  wish: MailWish | Buffer,
  envelope: { from?: string; to?: string[]; channel?: string } = {},
): Promise<Taken> {
  const raw = Buffer.isBuffer(wish) ? wish : rawMail(wish)
  await receiveMail(house.ctx, {
    workspaceId: house.workspace.id,
    channelId: envelope.channel ?? house.mail,
    via: 'smtp',
    envelope: {
      from: envelope.from ?? 'ada@example.org',
      to: envelope.to ?? ['support@acme.example'],
      remote: '192.0.2.1',
    },
    raw,
  })
  await house.work()
  const [newest] = await messages(house)
  if (!newest) throw new Error('No message has come of this mail.')
  return newest
}

/** All messages of the workspace, newest first. */
export async function messages(house: MailHouse): Promise<Taken[]> {
  return house.ctx.database.read(house.workspace.id, tx =>
    tx.q
      .selectFrom('messages')
      .selectAll()
      .where('workspace_id', '=', tx.workspaceId)
      .orderBy('id', 'desc')
      .execute(),
  )
}

/** All raw messages, oldest first, without their bytes. */
export async function rawMails(house: MailHouse) {
  return house.ctx.database.read(house.workspace.id, tx =>
    tx.q
      .selectFrom('raw_messages')
      .select(['id', 'channel_id', 'state', 'attempts', 'reason', 'detail', 'size', 'envelope'])
      .where('workspace_id', '=', tx.workspaceId)
      .orderBy('id')
      .execute(),
  )
}

/** What has been recorded, oldest first, of these kinds. */
export async function recorded(house: MailHouse, ...kinds: string[]) {
  return house.ctx.database.read(house.workspace.id, tx =>
    tx.q
      .selectFrom('events')
      .selectAll()
      .where('workspace_id', '=', tx.workspaceId)
      .where('kind', 'in', kinds)
      .orderBy('id')
      .execute(),
  )
}
