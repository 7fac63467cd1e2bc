import { ActionIcon, Button, Group, Menu, Modal, Text } from '@mantine/core'
import { IconBell, IconBellOff, IconDots, IconLink, IconTrash } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Case } from '#domain/cases/wire.ts'
import { deleteCase } from '#web/cases/api.ts'
import { lastList } from '#web/cases/last-list.ts'
import { refusalOf } from '#web/cases/status-picker.tsx'
import { useCollaborators } from '#web/cases/use-collaborators.ts'
import { type Command, useCommands } from '#web/platform/commands.ts'
import { keys } from '#web/platform/keys.ts'
import { useMe } from '#web/platform/session.ts'
import { tell, tellRefusal } from '#web/platform/toasts.tsx'
import { words } from '#web/platform/words.ts'

const say = words.casePage
const icon = { size: 15, stroke: 1.7 }

/** What is done with a case more rarely: follow, copy its link, delete it. */
export function CaseMenu({ of }: { of: Case }) {
  const [deleting, setDeleting] = useState(false)
  const follow = useFollow(of)
  const group = words.groups.case
  const copy = () => void copyLink(of.number)
  const refusal = refusalOf(of.may.delete)
  const more: Command[] = [
    { id: 'follow', group, title: follow.label, refusal: follow.refusal, run: follow.toggle },
    { id: 'copy-link', group, title: say.copyLink, run: copy },
    { id: 'delete', group, title: say.delete, refusal, run: () => setDeleting(true) },
  ]
  useCommands(more)
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={words.actions.more}>
            <IconDots size={17} stroke={1.7} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {follow.refusal === undefined && (
            <Menu.Item
              leftSection={follow.on ? <IconBellOff {...icon} /> : <IconBell {...icon} />}
              onClick={follow.toggle}
            >
              {follow.label}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconLink {...icon} />} onClick={copy}>
            {say.copyLink}
          </Menu.Item>
          {refusal === undefined && (
            <Menu.Item color="red" leftSection={<IconTrash {...icon} />} onClick={() => setDeleting(true)}>
              {say.delete}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {deleting && <DeleteDialog number={of.number} onClose={() => setDeleting(false)} />}
    </>
  )
}

function useFollow(of: Case) {
  const me = useMe()
  const people = useCollaborators(of.number)
  const on = of.collaborators.some(one => one.id === me.id)
  const person = { id: me.id, name: me.name }
  const owner = of.assignee?.id === me.id
  return {
    on,
    label: on ? say.unfollow : say.follow,
    refusal: owner ? words.casePage.ownerFollows : refusalOf(of.may.work),
    toggle: () => {
      if (on) people.remove(person)
      else people.add(person)
      tell(on ? say.unfollowed : say.followed)
    },
  }
}

async function copyLink(number: number): Promise<void> {
  await navigator.clipboard?.writeText(`${window.location.origin}/cases/${number}`)
  tell(say.linkCopied)
}

function DeleteDialog({ number, onClose }: { number: number; onClose: () => void }) {
  const navigate = useNavigate()
  const client = useQueryClient()
  const act = useMutation({
    mutationFn: () => deleteCase(number),
    onSuccess: () => {
      tell(say.deleted(number))
      void client.invalidateQueries({ queryKey: keys.cases })
      void navigate({ to: '/cases', search: lastList().search }).then(() =>
        client.removeQueries({ queryKey: keys.oneCase(number) }),
      )
    },
    onError: tellRefusal,
  })
  return (
    <Modal opened onClose={onClose} title={say.deleteTitle(number)} centered>
      <Text>{say.deleteHint}</Text>
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button variant="default" data-autofocus onClick={onClose}>
          {words.actions.cancel}
        </Button>
        <Button color="red" loading={act.isPending} onClick={() => act.mutate()}>
          {say.delete}
        </Button>
      </Group>
    </Modal>
  )
}
