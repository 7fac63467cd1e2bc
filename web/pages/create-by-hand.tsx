import { CreateSheet } from '#web/cases/create-sheet.tsx'
import { tellCreated } from './tell-created.tsx'

/** A new case that no message began. */
export default function CreateByHand({ onClose }: { onClose: () => void }) {
  return (
    <CreateSheet
      origin={{ kind: 'hand' }}
      onClose={onClose}
      onCreated={created => {
        tellCreated(created)
        onClose()
      }}
    />
  )
}
