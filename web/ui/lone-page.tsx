import { Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { usePageTitle } from '#web/platform/page-title.ts'
import { words } from '#web/platform/words.ts'
import { Logo } from './logo.tsx'
import classes from './lone-page.module.css'

/** A page of its own outside the frame: sign-in, first start, invitation. */
export function LonePage({ title, hint, children }: { title: string; hint?: string; children?: ReactNode }) {
  usePageTitle(title)
  return (
    <main className={classes.page}>
      <div className={classes.column}>
        <div className={classes.brand}>
          <Logo size={28} />
          <span>{words.product}</span>
        </div>
        <Title order={1}>{title}</Title>
        {hint && (
          <Text c="dimmed" mt={4}>
            {hint}
          </Text>
        )}
        <div className={classes.body}>{children}</div>
      </div>
    </main>
  )
}
