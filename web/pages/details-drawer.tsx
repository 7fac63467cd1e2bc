import { Drawer } from '@mantine/core'
import type { ReactNode } from 'react'
import { words } from '#web/platform/words.ts'

/** The details of a case over the page, where there is no room beside it. */
export function DetailsDrawer({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={340}
      title={words.casePage.details}
      padding={0}
      styles={{ header: { padding: '0 10px 0 14px', minHeight: 44 }, title: { fontWeight: 600 } }}
      closeButtonProps={{ 'aria-label': words.actions.close }}
    >
      {children}
    </Drawer>
  )
}
