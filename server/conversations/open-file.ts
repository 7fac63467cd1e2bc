import type { Readable } from 'node:stream'
import { mayShowInline } from '#domain/conversations/file-types.ts'
import type { Actor } from '#domain/people/actor.ts'
import type { Context } from '#server/platform/context.ts'
import type { FilesRow } from '#server/platform/db/tables.ts'
import { Refused } from '#server/platform/refusal.ts'
import { accessFile } from './access.ts'
import { findFile } from './file-store.ts'
import { readFileTicket } from './sign-file.ts'

/** A file and its bytes. */
export type OpenFile = { row: FilesRow; bytes: Readable }

/** Opens a file for somebody who may read its message (FL-04). Refused with FILE_NOT_FOUND or FILE_UNAVAILABLE. */
export async function openFile(ctx: Context, actor: Actor, id: string): Promise<OpenFile> {
  const row = await ctx.database.read(actor.workspaceId, tx => accessFile(tx, actor, id))
  return { row, bytes: await bytesOf(ctx, row) }
}

/** Opens a picture inside a message for the frame that shows it; anything else is not there (F1, F6). */
export async function openShownFile(ctx: Context, id: string, ticket: string): Promise<OpenFile> {
  const known = readFileTicket(ctx, id, ticket)
  const row = known ? await ctx.database.read(known.workspaceId, tx => findFile(tx, id)) : undefined
  if (!row || !mayShowInline(row.media_type)) throw new Refused('FILE_NOT_FOUND', { id })
  return { row, bytes: await bytesOf(ctx, row) }
}

/** Waits for the first bytes, so that a store that is away is an answer and not a broken download (U7). */
async function bytesOf(ctx: Context, row: FilesRow): Promise<Readable> {
  try {
    const bytes = await ctx.files.read(row.storage_key)
    await new Promise((resolve, reject) => {
      bytes.once('readable', resolve)
      bytes.once('end', resolve)
      bytes.once('error', reject)
    })
    return bytes
  } catch (error) {
    ctx.log.error({ err: error, file: row.id }, 'the bytes of a file cannot be read')
    throw new Refused('FILE_UNAVAILABLE', { id: row.id, name: row.name })
  }
}
