import { useEffect, useRef, useState } from 'react'
import { words } from '#web/platform/words.ts'
import { frameAddress } from './api.ts'
import classes from './message-frame.module.css'

const tallest = 20_000

/** The height that the content of the frame tells; everything else that a frame may say is ignored. */
function heightOf(data: unknown): number | null {
  if (typeof data !== 'object' || data === null || !('height' in data) || !('docket' in data)) return null
  const { docket, height } = data
  if (docket !== 'mail-height') return null
  return typeof height === 'number' && Number.isFinite(height)
    ? Math.min(Math.max(height, 20), tallest)
    : null
}

/**
 * The formatted version of a message, in a sandbox without our origin: it cannot reach the page, our
 * cookies or the network. It only tells how tall it is.
 */
export function MessageFrame({ id, from, images }: { id: string; from: string; images: boolean }) {
  const frame = useRef<HTMLIFrameElement>(null)
  const [height, setHeight] = useState(120)
  useEffect(() => {
    const listen = (event: MessageEvent) => {
      if (event.source !== frame.current?.contentWindow || event.origin !== 'null') return
      const told = heightOf(event.data)
      if (told !== null) setHeight(Math.ceil(told))
    }
    window.addEventListener('message', listen)
    return () => window.removeEventListener('message', listen)
  }, [])
  return (
    <iframe
      ref={frame}
      className={classes.frame}
      title={words.conversations.frame(from)}
      src={frameAddress(id, images)}
      sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"
      referrerPolicy="no-referrer"
      loading="lazy"
      style={{ height }}
    />
  )
}
