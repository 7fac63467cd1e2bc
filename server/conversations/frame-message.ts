import { randomBytes } from 'node:crypto'
import { mayShowInline } from '#domain/conversations/file-types.ts'
import type { Actor } from '#domain/people/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { foldMailHtml } from '#server/platform/mail/fold-html.ts'
import { frameMailHtml, mailFrameHeaders } from '#server/platform/mail/frame-html.ts'
import { Refused } from '#server/platform/refusal.ts'
import { accessMessage } from './access.ts'
import { filesOf } from './file-store.ts'
import { findHtml } from './message-store.ts'
import { signedFileAddress } from './sign-file.ts'

/** A document for the sandboxed frame, and the headers without which it must not be served (H5-H7). */
export type MessageFrame = { document: string; headers: Record<string, string> }

/**
 * The formatted version of a message: its own pictures by short-lived addresses, those of other machines
 * only when the reader asked for them (H6). Refused with MESSAGE_NOT_FOUND where there is none.
 */
export async function frameMessage(
  ctx: Context,
  actor: Actor,
  id: string,
  showRemoteImages: boolean,
): Promise<MessageFrame> {
  const [html, files] = await ctx.database.read(actor.workspaceId, async tx => {
    const [, found, attached] = await Promise.all([
      accessMessage(tx, actor, id),
      findHtml(tx, id),
      filesOf(tx, [id]),
    ])
    return [found, attached]
  })
  if (html === null) throw new Refused('MESSAGE_NOT_FOUND', { id })
  const inlineImages = new Map(
    files.flatMap(file =>
      file.content_id !== null && mayShowInline(file.media_type)
        ? [[file.content_id, signedFileAddress(ctx, actor, file.id)] as const]
        : [],
    ),
  )
  const nonce = randomBytes(18).toString('base64')
  return {
    document: frameMailHtml({
      html: foldMailHtml(html),
      nonce,
      showRemoteImages,
      inlineImages,
      ownHosts: [new URL(ctx.publicUrl).host, new URL(ctx.publicUrl).hostname],
    }),
    headers: mailFrameHeaders({
      nonce,
      imageOrigins: [`${ctx.publicUrl}/api/v1/files/`],
      showRemoteImages,
    }),
  }
}
