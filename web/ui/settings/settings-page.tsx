import { Title } from '@mantine/core'
import { IconChevronLeft } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useId } from 'react'
import { usePageTitle } from '#web/platform/page-title.ts'
import { words } from '#web/platform/words.ts'
import classes from './settings-page.module.css'

type PageProps = {
  title?: string
  hint?: ReactNode
  /** The one thing to do on this page. */
  action?: ReactNode
  /** Where this page belongs. */
  back?: { to: string; label: string }
  /** For lists; forms stay narrow. */
  wide?: boolean
  children?: ReactNode
}

/** One settings page: title, what it is for, its parts. */
export function SettingsPage({ title, hint, action, back, wide, children }: PageProps) {
  usePageTitle(title ?? words.settings.title)
  return (
    <div className={classes.page} data-wide={wide || undefined}>
      {back && (
        <Link to={back.to} className={classes.back}>
          <IconChevronLeft size={15} stroke={1.7} aria-hidden />
          {back.label}
        </Link>
      )}
      {title && (
        <header className={classes.head}>
          <div className={classes.titles}>
            <Title order={2} size="h1" className={classes.title}>
              {title}
            </Title>
            {hint && <div className={classes.hint}>{hint}</div>}
          </div>
          {action}
        </header>
      )}
      {children}
    </div>
  )
}

type SectionProps = {
  title?: ReactNode
  hint?: ReactNode
  action?: ReactNode
  /** Without the hairline around it: for lists that bring their own lines. */
  plain?: boolean
  children?: ReactNode
}

/** Some settings that belong together, with hairlines between them. */
export function SettingsSection({ title, hint, action, plain, children }: SectionProps) {
  const id = useId()
  return (
    <section className={classes.section} {...(title ? { 'aria-labelledby': id } : {})}>
      {title && (
        <div className={classes.sectionHead}>
          <div className={classes.sectionTitles}>
            <Title order={3} id={id} className={classes.sectionTitle}>
              {title}
            </Title>
            {hint && <div className={classes.sectionHint}>{hint}</div>}
          </div>
          {action}
        </div>
      )}
      <div {...(plain ? {} : { className: classes.panel })}>{children}</div>
    </section>
  )
}
