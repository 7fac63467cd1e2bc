import { CloseButton } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import { words } from '#web/platform/words.ts'
import classes from './side-sheet.module.css'

type Props = { title: string; onClose: () => void; children: ReactNode }

/**
 * A sheet beside the page that leaves the page readable: the message stays in view while a case is made of
 * it. Escape closes it; the keys go to its first field and back to where they were.
 */
export function SideSheet({ title, onClose, children }: Props) {
  const sheet = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const before = document.activeElement
    const fields = sheet.current?.querySelector<HTMLElement>('[data-fields]')
    fields?.querySelector<HTMLElement>('input, textarea, button')?.focus()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      const taken =
        event.defaultPrevented || document.querySelector('[aria-expanded="true"][aria-haspopup="listbox"]')
      if (event.key === 'Escape' && !taken) onClose()
    }
    window.addEventListener('keydown', close)
    return () => window.removeEventListener('keydown', close)
  }, [onClose])
  return (
    <div ref={sheet} className={classes.sheet} role="dialog" aria-label={title}>
      <header className={classes.head}>
        <h2 className={classes.title}>{title}</h2>
        <CloseButton aria-label={words.actions.close} onClick={onClose} />
      </header>
      {children}
    </div>
  )
}
