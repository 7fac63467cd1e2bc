import { IconFile, IconFileTypePdf, IconFileZip, IconPhoto } from '@tabler/icons-react'
import type { File } from '#domain/conversations/wire.ts'
import { sizeOf } from '#web/platform/sizes.ts'
import { words } from '#web/platform/words.ts'
import classes from './message-files.module.css'

function iconOf(mediaType: string) {
  if (mediaType.startsWith('image/')) return IconPhoto
  if (mediaType === 'application/pdf') return IconFileTypePdf
  return /zip|tar|compressed/.test(mediaType) ? IconFileZip : IconFile
}

/** The files of a message to download; those shown inside its text are not listed again. */
export function MessageFiles({ files }: { files: readonly File[] }) {
  const listed = files.filter(file => !file.inline)
  if (listed.length === 0) return null
  return (
    <ul className={classes.files} aria-label={words.conversations.files(listed.length)}>
      {listed.map(file => {
        const Icon = iconOf(file.mediaType)
        return (
          <li key={file.id}>
            <a className={classes.file} href={file.url} download={file.name}>
              <Icon size={15} stroke={1.6} aria-hidden />
              <span className={classes.name}>{file.name}</span>
              <span className={classes.size}>{sizeOf(file.size)}</span>
            </a>
          </li>
        )
      })}
    </ul>
  )
}
