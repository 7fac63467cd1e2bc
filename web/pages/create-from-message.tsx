import { useQueryClient } from '@tanstack/react-query'
import type { Message } from '#domain/conversations/wire.ts'
import { CreateSheet } from '#web/cases/create-sheet.tsx'
import { senderOf } from '#web/conversations/message-view.tsx'
import { keys } from '#web/platform/keys.ts'
import { words } from '#web/platform/words.ts'
import { tellCreated } from './tell-created.tsx'

/** The pin: a case from one message (IN-01). */
export function CreateFromMessage({ message, onClose }: { message: Message; onClose: () => void }) {
  const client = useQueryClient()
  return (
    <CreateSheet
      origin={{ kind: 'message', id: message.id }}
      about={words.cases.create.fromMessage(senderOf(message))}
      onClose={onClose}
      onCreated={created => {
        tellCreated(created)
        void client.invalidateQueries({ queryKey: keys.conversation(message.conversation.id) })
        void client.invalidateQueries({ queryKey: keys.message(message.id) })
        onClose()
      }}
    />
  )
}
