import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import { newId } from '#server/platform/ids.ts'

/** Where files lie. Keys are random; names of strangers never reach a path (F3). */
export type FileStore = {
  /** Stores the bytes and gives back their key. */
  put(workspaceId: string, bytes: Uint8Array): Promise<string>
  read(key: string): Promise<Readable>
  remove(key: string): Promise<void>
}

/** Files in a folder of this machine. */
export async function openFileStore(folder: string): Promise<FileStore> {
  const location = join(folder, 'files')
  await mkdir(location, { recursive: true, mode: 0o700 })
  const disk = new Disk(new FSDriver({ location, visibility: 'private' }))
  return {
    async put(workspaceId, bytes) {
      const id = newId()
      const key = `${workspaceId}/${id.slice(-2)}/${id}`
      await disk.put(key, bytes)
      return key
    },
    async read(key) {
      return Readable.from(await disk.getStream(key))
    },
    remove: key => disk.delete(key),
  }
}
