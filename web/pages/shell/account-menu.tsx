import { Menu, Text, UnstyledButton, useMantineColorScheme } from '@mantine/core'
import {
  IconCheck,
  IconDeviceDesktop,
  IconKeyboard,
  IconLogout,
  IconMoon,
  IconSun,
  IconUser,
} from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { signOut, useMe } from '#web/platform/session.ts'
import { words } from '#web/platform/words.ts'
import { PersonAvatar } from '#web/ui/person-avatar.tsx'

const icon = { size: 15, stroke: 1.7 }

/** Own menu: profile, shortcuts, theme, sign out. */
export function AccountMenu({ onHelp }: { onHelp: () => void }) {
  const me = useMe()
  const navigate = useNavigate()
  const say = words.top
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <UnstyledButton aria-label={say.account} p={3} style={{ borderRadius: '50%' }}>
          <PersonAvatar name={me.name} size={26} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="xs" fw={600} c="var(--d-ink)" truncate>
            {me.name}
          </Text>
          <Text fz={12} truncate>
            {me.email}
          </Text>
        </Menu.Label>
        <Menu.Item leftSection={<IconUser {...icon} />} onClick={() => void navigate({ to: '/settings' })}>
          {say.profile}
        </Menu.Item>
        <Menu.Item leftSection={<IconKeyboard {...icon} />} onClick={onHelp}>
          {say.shortcuts}
        </Menu.Item>
        <Menu.Divider />
        <ThemeItems />
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout {...icon} />} onClick={() => void signOut()}>
          {say.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function ThemeItems() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const choices = [
    ['light', words.top.light, IconSun],
    ['dark', words.top.dark, IconMoon],
    ['auto', words.top.system, IconDeviceDesktop],
  ] as const
  return (
    <>
      <Menu.Label>{words.top.theme}</Menu.Label>
      {choices.map(([scheme, label, Icon]) => (
        <Menu.Item
          key={scheme}
          leftSection={<Icon {...icon} />}
          rightSection={colorScheme === scheme ? <IconCheck {...icon} /> : null}
          aria-current={colorScheme === scheme}
          onClick={() => setColorScheme(scheme)}
        >
          {label}
        </Menu.Item>
      ))}
    </>
  )
}
