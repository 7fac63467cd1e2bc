import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { words } from '#web/platform/words.ts'

type Props = {
  title: string
  size?: number
  onClose: () => void
  /** For what is shown only once: closed by its own button alone, not by a click beside it or Escape. */
  stays?: boolean
  children: ReactNode
}

/** A dialog in front of the page; Escape and a click beside it close it, unless it stays. */
export function Dialog({ title, size = 440, onClose, stays = false, children }: Props) {
  return (
    <Modal
      opened
      centered
      title={title}
      size={size}
      onClose={onClose}
      closeOnClickOutside={!stays}
      closeOnEscape={!stays}
      withCloseButton={!stays}
      closeButtonProps={{ 'aria-label': words.actions.close }}
      styles={{ title: { fontWeight: 600 } }}
    >
      {children}
    </Modal>
  )
}
