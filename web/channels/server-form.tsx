import { Button, Group, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { isProblem } from '#web/platform/problem.ts'
import { words } from '#web/platform/words.ts'
import { FormError } from '#web/ui/form-error.tsx'
import { overtaken } from '#web/ui/settings/use-saving.ts'
import type { ServerChange, ShownServer } from './channels-api.ts'
import { changeOf, fieldsOf, needsPassword, type ServerUse } from './mail-server.ts'
import { ServerFieldSet } from './server-fields.tsx'

type Props = {
  use: ServerUse
  server: ShownServer | null
  onSave: (server: ServerChange) => Promise<unknown>
  onClose: () => void
}

/** Sets up or changes a mail server as a whole, because host, user and password belong together. */
export function ServerForm({ use, server, onSave, onClose }: Props) {
  const [before, setBefore] = useState(server)
  const [fields, setFields] = useState(() => fieldsOf(use, server))
  const same = JSON.stringify(before) === JSON.stringify(server)
  const act = useMutation({
    mutationFn: (change: ServerChange) => (same ? onSave(change) : Promise.reject(overtaken())),
    onSuccess: onClose,
    onError: error => {
      if (!isProblem(error, 'CONFLICT')) return
      setBefore(server)
      setFields(fieldsOf(use, server))
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    act.mutate(changeOf(fields))
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="sm" p="md">
        <ServerFieldSet
          use={use}
          fields={fields}
          onChange={setFields}
          passwordSet={server?.passwordSet ?? false}
          passwordNeeded={needsPassword(fields, server)}
        />
        <FormError error={act.error} />
        <Group gap="xs" justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {words.actions.cancel}
          </Button>
          <Button type="submit" loading={act.isPending}>
            {words.actions.save}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
