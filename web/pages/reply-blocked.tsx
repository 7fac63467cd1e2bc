import { Button } from '@mantine/core'
import { isActive } from '#domain/cases/status.ts'
import type { Case } from '#domain/cases/wire.ts'
import { words } from '#web/platform/words.ts'
import { Notice } from '#web/ui/notice.tsx'
import classes from './case-page.module.css'

type Props = { of: Case; refusal: string; onReopen: () => void }

/** Instead of the reply: why there is none, and on a closed case the way to it (D-17). */
export function ReplyBlocked({ of, refusal, onReopen }: Props) {
  const reopens = !isActive(of.status) && of.conversation !== null && of.may.changeStatus.ok
  const action = reopens && (
    <Button size="compact-sm" onClick={onReopen}>
      {words.casePage.reopenAndReply}
    </Button>
  )
  return (
    <div className={classes.blocked}>
      <Notice action={action}>{refusal}</Notice>
    </div>
  )
}
