import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'

const near = 48

/**
 * Keeps a timeline at its newest entry while the reader is there, and never moves it while they read
 * further up: then `below` says that something new has come. `hold` keeps the view when older entries are
 * put on top; a change of `follow` goes to the end.
 */
export function useStickToEnd(box: RefObject<HTMLElement | null>, newest: string | null, follow: number) {
  const atEnd = useRef(true)
  const kept = useRef<number | null>(null)
  const seen = useRef(newest)
  const [below, setBelow] = useState(false)
  const go = useCallback(() => {
    const element = box.current
    if (!element) return
    atEnd.current = true
    element.scrollTop = element.scrollHeight
    setBelow(false)
  }, [box])
  useLayoutEffect(() => {
    if (newest === seen.current) return
    seen.current = newest
    if (atEnd.current) go()
    else setBelow(true)
  }, [newest, go])
  useLayoutEffect(() => {
    if (follow > 0) go()
  }, [follow, go])
  useEffect(() => {
    const inner = box.current?.firstElementChild
    if (!inner) return
    go()
    const watch = new ResizeObserver(() => settle(box.current, atEnd.current, kept, go))
    watch.observe(inner)
    return () => watch.disconnect()
  }, [box, go])
  return {
    below,
    go,
    hold: () => {
      const element = box.current
      if (element) kept.current = element.scrollHeight - element.scrollTop
    },
    onScroll: () => {
      const element = box.current
      if (!element) return
      atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < near
      if (atEnd.current) setBelow(false)
    },
  }
}

function settle(element: HTMLElement | null, atEnd: boolean, kept: RefObject<number | null>, go: () => void) {
  if (!element) return
  if (kept.current !== null) {
    element.scrollTop = element.scrollHeight - kept.current
    kept.current = null
  } else if (atEnd) go()
}
