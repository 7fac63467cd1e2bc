import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'

const near = 48
type Box = RefObject<HTMLElement | null>

const fromEnd = (element: HTMLElement) => element.scrollHeight - element.scrollTop

/**
 * Keeps a timeline at its newest entry while the reader is there, and never moves it while they read
 * further up: then `below` says that something new has come. `hold` keeps the view when older entries are
 * put on top; a change of `follow` goes to the end.
 */
export function useStickToEnd(box: Box, newest: string | null, follow: number) {
  const atEnd = useRef(true)
  const kept = useRef<number | null>(null)
  const [below, setBelow] = useState(false)
  const go = useCallback(() => {
    atEnd.current = true
    if (box.current) box.current.scrollTop = box.current.scrollHeight
    setBelow(false)
  }, [box])
  useOnNewest(newest, () => (atEnd.current ? go() : setBelow(true)))
  useLayoutEffect(() => {
    if (follow > 0) go()
  }, [follow, go])
  useOnGrowth(box, () => {
    if (kept.current === null) return atEnd.current && go()
    if (box.current) box.current.scrollTop = box.current.scrollHeight - kept.current
    kept.current = null
  })
  return {
    below,
    go,
    hold: () => {
      kept.current = box.current && fromEnd(box.current)
    },
    onScroll: () => {
      if (!box.current) return
      atEnd.current = fromEnd(box.current) - box.current.clientHeight < near
      if (atEnd.current) setBelow(false)
    },
  }
}

function useOnNewest(newest: string | null, act: () => void) {
  const seen = useRef(newest)
  useLayoutEffect(() => {
    if (newest === seen.current) return
    seen.current = newest
    act()
  })
}

/** Pictures, frames and older entries change the height after the first paint. */
function useOnGrowth(box: Box, act: () => void) {
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  useEffect(() => {
    const inner = box.current?.firstElementChild
    if (!inner) return
    const watch = new ResizeObserver(() => latest.current())
    watch.observe(inner)
    return () => watch.disconnect()
  }, [box])
}
