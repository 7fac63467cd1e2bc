import { Button, Group, Modal, Text, Textarea } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { Status } from '#domain/cases/status.ts'
import type { Case } from '#domain/cases/wire.ts'
import type { CaseActs } from '#web/cases/use-case-acts.ts'
import { words } from '#web/platform/words.ts'

const say = words.casePage

/** How a status is chosen, and the question that canceling asks first. */
export type StatusDialog = { choose: (status: Exclude<Status, 'new'>) => void; element: ReactNode }

/** Chooses a status at once; only Canceled asks for an optional reason first (ST-16). */
export function useStatusDialog(of: Case, acts: CaseActs): StatusDialog {
  const [canceling, setCanceling] = useState(false)
  return {
    choose: status => (status === 'canceled' ? setCanceling(true) : acts.move(of.status, status)),
    element: canceling && (
      <CancelDialog
        onClose={() => setCanceling(false)}
        onCancelCase={reason => {
          setCanceling(false)
          acts.move(of.status, 'canceled', reason)
        }}
      />
    ),
  }
}

function CancelDialog({
  onClose,
  onCancelCase,
}: {
  onClose: () => void
  onCancelCase: (reason: string) => void
}) {
  const [reason, setReason] = useState('')
  return (
    <Modal opened onClose={onClose} title={say.cancelTitle} centered>
      <Text size="xs" c="dimmed" mb="sm">
        {say.cancelHint}
      </Text>
      <Textarea
        label={say.cancelReason}
        autosize
        minRows={2}
        maxLength={500}
        data-autofocus
        value={reason}
        onChange={event => setReason(event.currentTarget.value)}
      />
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" onClick={onClose}>
          {words.actions.back}
        </Button>
        <Button onClick={() => onCancelCase(reason)}>{say.cancelTitle}</Button>
      </Group>
    </Modal>
  )
}
