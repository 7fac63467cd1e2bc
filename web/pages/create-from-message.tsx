import { useQueryClient } from '@tanstack/react-query'
import type { InboxRow } from '#domain/inbox/wire.ts'
import { CreateSheet } from '#web/cases/create-sheet.tsx'
import { senderName } from '#web/inbox/sender-name.ts'
import { keys } from '#web/platform/keys.ts'
import { words } from '#web/platform/words.ts'
import { tellCreated } from './tell-created.tsx'

/** The pin: a case from one message (IN-01). */
export default function CreateFromMessage({ row, onClose }: { row: InboxRow; onClose: () => void }) {
  const client = useQueryClient()
  return (
    <CreateSheet
      origin={{ kind: 'message', id: row.id }}
      about={words.cases.create.fromMessage(senderName(row))}
      onClose={onClose}
      onCreated={created => {
        tellCreated(created)
        void client.invalidateQueries({ queryKey: keys.conversation(row.conversation.id) })
        void client.invalidateQueries({ queryKey: keys.message(row.id) })
        onClose()
      }}
    />
  )
}
