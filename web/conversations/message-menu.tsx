import { ActionIcon, Menu } from '@mantine/core'
import { IconCode, IconDots, IconDownload } from '@tabler/icons-react'
import type { Message } from '#domain/conversations/wire.ts'
import { words } from '#web/platform/words.ts'
import { rawAddress } from './api.ts'

const say = words.conversations
const icon = { size: 15, stroke: 1.7 }

type Props = { message: Message; formatted: boolean; onFormatted: (formatted: boolean) => void }

/** What can be done with one message apart from reading it. */
export function MessageMenu({ message, formatted, onFormatted }: Props) {
  const incoming = message.direction === 'in'
  if (!message.hasHtml && !incoming) return null
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size={22} aria-label={words.actions.more}>
          <IconDots {...icon} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {message.hasHtml && (
          <Menu.Item leftSection={<IconCode {...icon} />} onClick={() => onFormatted(!formatted)}>
            {formatted ? say.plain : say.formatted}
          </Menu.Item>
        )}
        {incoming && (
          <Menu.Item
            component="a"
            href={rawAddress(message.id)}
            download={`${message.id}.eml`}
            leftSection={<IconDownload {...icon} />}
          >
            {say.raw}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
