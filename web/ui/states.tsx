import { Button, Skeleton, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { sentenceOfError } from '#web/platform/sentences.ts'
import { words } from '#web/platform/words.ts'
import classes from './states.module.css'

/** Why something could not be shown, and the button that tries again. */
export function ErrorState({ error, retry }: { error: unknown; retry?: () => void }) {
  return (
    <div className={classes.state} role="alert">
      <Text fw={600}>{words.errors.load}</Text>
      <Text size="xs" c="dimmed" maw={420}>
        {sentenceOfError(error)}
      </Text>
      {retry && (
        <Button variant="default" mt="xs" onClick={retry}>
          {words.actions.retry}
        </Button>
      )}
    </div>
  )
}

/** Nothing is here: says so, and what to do next. */
export function EmptyState(props: { icon?: ReactNode; title: string; hint?: ReactNode; action?: ReactNode }) {
  return (
    <div className={classes.state}>
      {props.icon && <div className={classes.icon}>{props.icon}</div>}
      <Text fw={600}>{props.title}</Text>
      {props.hint && (
        <Text size="xs" c="dimmed" maw={420}>
          {props.hint}
        </Text>
      )}
      {props.action && <div className={classes.action}>{props.action}</div>}
    </div>
  )
}

/** Rows that are on their way; `height` is that of the rows that will come. */
export function SkeletonRows({ rows = 8, height = 40 }: { rows?: number; height?: number }) {
  return (
    <div role="status" aria-label={words.errors.loading} className={classes.rows}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={`row-${String(row)}`} className={classes.row} style={{ height }}>
          <Skeleton height={9} width={36} />
          <Skeleton height={9} width={`${30 + ((row * 17) % 40)}%`} />
          <Skeleton height={9} width={56} ml="auto" />
        </div>
      ))}
    </div>
  )
}
