import { Button, Tooltip } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconClock, IconLoader2, IconQuestionMark } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import type { Message } from '#domain/conversations/wire.ts'
import { tell, tellRefusal } from '#web/platform/toasts.tsx'
import { words } from '#web/platform/words.ts'
import { Moment } from '#web/ui/moment.tsx'
import { sendAgain } from './api.ts'
import classes from './delivery-mark.module.css'

const say = words.conversations
const icons = {
  received: IconCheck,
  queued: IconClock,
  sending: IconLoader2,
  sent: IconCheck,
  uncertain: IconQuestionMark,
  failed: IconAlertTriangle,
}

/** How an outgoing message stands, in a word with its sign. */
export function DeliveryMark({ delivery }: { delivery: Message['delivery'] }) {
  const Icon = icons[delivery.state]
  return (
    <Tooltip label={say.deliveryHint[delivery.state]}>
      <span className={classes.mark} data-state={delivery.state}>
        <Icon size={13} stroke={2} aria-hidden />
        {say.delivery[delivery.state]}
      </span>
    </Tooltip>
  )
}

/** Under a message that failed or may have failed: why, and the button that tries again. */
export function DeliveryTrouble({ message, onChange }: { message: Message; onChange: () => void }) {
  const { state, reason, nextAttemptAt } = message.delivery
  const act = useMutation({
    mutationFn: () => sendAgain(message.id),
    onSuccess: () => {
      tell(say.retried)
      onChange()
    },
    onError: tellRefusal,
  })
  const waiting = state === 'queued' && reason !== null
  if (state !== 'failed' && state !== 'uncertain' && !waiting) return null
  return (
    <div className={classes.trouble} data-state={state}>
      <div>
        <strong>{say.delivery[state]}.</strong> {waiting ? say.delayed : say.deliveryHint[state]}
        {reason && <div className={classes.reason}>{reason}</div>}
        {nextAttemptAt && (
          <div className={classes.reason}>
            {say.nextTry} <Moment at={nextAttemptAt} />
          </div>
        )}
      </div>
      <Button
        variant="default"
        size="compact-sm"
        className={classes.again ?? ''}
        loading={act.isPending}
        onClick={() => act.mutate()}
      >
        {say.again}
      </Button>
    </div>
  )
}
