import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { Invitation } from '#domain/people/wire.ts'
import { words } from '#web/platform/words.ts'
import { CopyField } from '#web/ui/copy-field.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Moment } from '#web/ui/moment.tsx'
import { InviteForm } from './invite-form.tsx'

const say = words.teamSettings.invitations

/** Invites somebody; afterwards shows the link, which is never shown again. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const [made, setMade] = useState<Invitation | null>(null)
  if (made) return <Made invitation={made} onAnother={() => setMade(null)} onClose={onClose} />
  return (
    <Dialog key="form" title={say.title} size={480} onClose={onClose}>
      <InviteForm onMade={setMade} onCancel={onClose} />
    </Dialog>
  )
}

type MadeProps = { invitation: Invitation; onAnother: () => void; onClose: () => void }

function Made({ invitation, onAnother, onClose }: MadeProps) {
  return (
    <Dialog key="made" title={say.made} size={480} onClose={onClose} stays>
      <Stack gap="sm">
        <Text c="dimmed">{say.madeHint(invitation.email)}</Text>
        <CopyField first label={say.link} value={invitation.link ?? ''} />
        <Text size="xs" c="dimmed">
          {say.until} <Moment at={invitation.expiresAt} as="exact" />
        </Text>
        <Group justify="flex-end" gap="xs" mt={4}>
          <Button variant="default" onClick={onAnother}>
            {say.another}
          </Button>
          <Button onClick={onClose}>{words.settingsFrame.done}</Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
