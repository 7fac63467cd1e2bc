import type { FileStore } from '#server/platform/files/store.ts'

/** A file store that knows what it was given, so that a filling that fails leaves no files behind. */
export function rememberingFiles(files: FileStore): FileStore & { removeAll(): Promise<void> } {
  const keys: string[] = []
  return {
    ...files,
    async put(workspaceId, bytes) {
      const key = await files.put(workspaceId, bytes)
      keys.push(key)
      return key
    },
    async removeAll() {
      for (const key of keys.splice(0)) await files.remove(key)
    },
  }
}
