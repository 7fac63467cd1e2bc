import { ActionIcon, Tooltip } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { NotificationBell } from '#web/notifications/notification-bell.tsx'
import { words } from '#web/platform/words.ts'
import { KeyHint } from '#web/ui/key-hint.tsx'
import { AccountMenu } from './account-menu.tsx'
import { openPalette } from './palette-store.ts'
import classes from './top-bar.module.css'

/** Search and palette, notifications, own menu. */
export function TopBar({ onHelp }: { onHelp: () => void }) {
  const say = words.top
  return (
    <header className={classes.bar}>
      <button type="button" className={classes.search} onClick={openPalette}>
        <IconSearch size={15} stroke={1.7} aria-hidden />
        <span>{say.search}</span>
        <KeyHint keys="mod+k" />
      </button>
      <Tooltip label={say.search}>
        <ActionIcon className={classes.searchSmall} aria-label={say.search} onClick={openPalette}>
          <IconSearch size={17} stroke={1.7} />
        </ActionIcon>
      </Tooltip>
      <div className={classes.right}>
        <NotificationBell />
        <AccountMenu onHelp={onHelp} />
      </div>
    </header>
  )
}
