import { Button } from '@mantine/core'
import { isActive } from '#domain/cases/status.ts'
import type { Case } from '#domain/cases/wire.ts'
import { refusalOf } from '#web/cases/status-picker.tsx'
import { exact } from '#web/platform/clock.ts'
import { useTimeZone } from '#web/platform/session.ts'
import { words } from '#web/platform/words.ts'
import { Notice } from '#web/ui/notice.tsx'
import { StatusMark } from '#web/ui/status-mark.tsx'
import classes from './case-page.module.css'

const say = words.casePage

/** On a case that is not being worked: why, and until when the customer's word reopens it (CC-08, SPEC §3.4). */
export function CaseNotice({ of, onReopen }: { of: Case; onReopen: () => void }) {
  const zone = useTimeZone()
  if (isActive(of.status)) return null
  const until = of.graceUntil && exact(new Date(of.graceUntil), zone)
  const text = until
    ? (of.status === 'resolved' ? say.grace : say.reopenWindow)(until)
    : say.closedBecause(words.cases.closeReason[of.closeReason ?? 'manual'])
  const refusal = refusalOf(of.may.changeStatus)
  return (
    <div className={classes.notice}>
      <Notice
        icon={<StatusMark status={of.status} />}
        action={
          <Button
            size="compact-sm"
            variant="default"
            disabled={refusal !== undefined}
            title={refusal}
            onClick={onReopen}
          >
            {say.reopen}
          </Button>
        }
      >
        {text}
      </Notice>
    </div>
  )
}
