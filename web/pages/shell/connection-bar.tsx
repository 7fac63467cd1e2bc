import { Button } from '@mantine/core'
import { IconPlugConnectedX } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { reopen, useConnection } from '#web/platform/live.ts'
import { words } from '#web/platform/words.ts'
import classes from './connection-bar.module.css'

const patience = 3_000

/** Says quietly that the live connection is lost, after a moment in which it may come back by itself. */
export function ConnectionBar() {
  const lost = useConnection() === 'lost'
  const client = useQueryClient()
  const [shown, setShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setShown(lost), lost ? patience : 0)
    return () => clearTimeout(timer)
  }, [lost])
  if (!shown || !lost) return <div role="status" />
  return (
    <div className={classes.bar} role="status">
      <IconPlugConnectedX size={15} stroke={1.7} aria-hidden />
      <span>{words.live.lost}</span>
      <Button size="compact-xs" variant="default" onClick={() => reopen(client)}>
        {words.live.retryNow}
      </Button>
    </div>
  )
}
