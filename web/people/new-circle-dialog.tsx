import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useUsers } from '#web/platform/directory.ts'
import { keys } from '#web/platform/keys.ts'
import { fieldErrors } from '#web/platform/sentences.ts'
import { useFormPost } from '#web/platform/use-form-post.ts'
import { words } from '#web/platform/words.ts'
import { Dialog } from '#web/ui/dialog.tsx'
import { FormError } from '#web/ui/form-error.tsx'
import { PeopleSelect } from '#web/ui/people-select.tsx'
import { type Circle, type CircleKind, circleKind, createCircle, naming } from './circles.ts'

const say = words.teamSettings.circles

type Values = { name: string; memberIds: string[] }
const empty: Values = { name: '', memberIds: [] }

type Props = { kind: CircleKind; onMade: (circle: Circle) => void; onClose: () => void }

/** A new team or group: its name and its first people. */
export function NewCircleDialog({ kind, onMade, onClose }: Props) {
  const client = useQueryClient()
  const { key: list, words: own } = circleKind(kind)
  const people = useUsers().filter(user => user.active)
  const form = useForm({ initialValues: empty })
  const send = (values: Values, key: string) => createCircle(kind, values, key)
  const act = useFormPost(send, {
    onSuccess: circle => {
      // The page that opens next finds it there already.
      client.setQueryData<Circle[]>(list, all => (all ? [...all, circle] : all))
      // A new group brings a desk of its own along, and people say in which circles they are.
      for (const queryKey of [list, keys.users, keys.channels, keys.me]) {
        void client.invalidateQueries({ queryKey })
      }
      onMade(circle)
    },
    onError: error => form.setErrors(fieldErrors(error)),
  })
  return (
    <Dialog title={own.create} onClose={onClose}>
      <form onSubmit={form.onSubmit(values => act.mutate(values))}>
        <Stack gap="sm">
          {kind === 'group' && <Text c="dimmed">{words.teamSettings.group.createHint}</Text>}
          <TextInput
            label={say.name}
            required
            withAsterisk={false}
            maxLength={80}
            autoComplete="off"
            data-autofocus
            {...form.getInputProps('name')}
          />
          <PeopleSelect
            label={say.members}
            people={people}
            value={form.values.memberIds}
            onChange={ids => form.setFieldValue('memberIds', ids)}
          />
          <FormError error={naming(act.error, people)} />
          <Group justify="flex-end" gap="xs" mt={4}>
            <Button variant="default" onClick={onClose}>
              {words.actions.cancel}
            </Button>
            <Button type="submit" loading={act.isPending}>
              {words.settingsFrame.create}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
