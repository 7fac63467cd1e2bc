import { Button, Group, MultiSelect, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import type { Reference } from '#domain/kernel/shapes.ts'
import { type Role, roles } from '#domain/people/permissions.ts'
import { mayGive } from '#domain/people/rights.ts'
import type { Invitation } from '#domain/people/wire.ts'
import { useTeams } from '#web/platform/directory.ts'
import { useGroups } from '#web/platform/groups.ts'
import { keys } from '#web/platform/keys.ts'
import { fieldErrors } from '#web/platform/sentences.ts'
import { actorOf, useMe } from '#web/platform/session.ts'
import { useFormPost } from '#web/platform/use-form-post.ts'
import { words } from '#web/platform/words.ts'
import { ChoiceSelect } from '#web/ui/choice-select.tsx'
import { FormError } from '#web/ui/form-error.tsx'
import { invite } from './users-api.ts'

const say = words.teamSettings.invitations

type InvitedRole = Exclude<Role, 'owner' | 'custom'>
const invitedRoles = roles.filter((role): role is InvitedRole => role !== 'owner' && role !== 'custom')

type Values = { email: string; name: string; role: InvitedRole; teamIds: string[]; groupIds: string[] }
const empty: Values = { email: '', name: '', role: 'agent', teamIds: [], groupIds: [] }

function send({ name, ...rest }: Values, key: string) {
  return invite(name.trim() ? { ...rest, name } : rest, key)
}

/** Whom to invite, and as what. */
export function InviteForm({
  onMade,
  onCancel,
}: {
  onMade: (made: Invitation) => void
  onCancel: () => void
}) {
  const client = useQueryClient()
  const form = useForm({ initialValues: empty })
  const act = useFormPost(send, {
    onSuccess: made => {
      void client.invalidateQueries({ queryKey: keys.invitations })
      onMade(made)
    },
    onError: error => form.setErrors(fieldErrors(error)),
  })
  return (
    <form onSubmit={form.onSubmit(values => act.mutate(values))}>
      <Stack gap="sm">
        <TextInput
          type="email"
          label={say.email}
          required
          withAsterisk={false}
          autoComplete="off"
          data-autofocus
          {...form.getInputProps('email')}
        />
        <TextInput
          label={say.name}
          description={say.nameHint}
          descriptionProps={{ size: 'sm' }}
          autoComplete="off"
          maxLength={80}
          {...form.getInputProps('name')}
        />
        <RoleField value={form.values.role} onChange={role => form.setFieldValue('role', role)} />
        <Circles label={say.teams} circles={useTeams()} {...form.getInputProps('teamIds')} />
        <Circles label={say.groups} circles={useGroups()} {...form.getInputProps('groupIds')} />
        <FormError error={act.error} />
        <Group justify="flex-end" gap="xs" mt={4}>
          <Button variant="default" onClick={onCancel}>
            {words.actions.cancel}
          </Button>
          <Button type="submit" loading={act.isPending}>
            {say.submit}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function RoleField({ value, onChange }: { value: InvitedRole; onChange: (role: InvitedRole) => void }) {
  const actor = actorOf(useMe())
  const choices = invitedRoles
    .filter(role => mayGive(actor, { role, permissions: [] }).ok)
    .map(role => ({
      value: role,
      label: words.people.roles[role],
      hint: words.teamSettings.roleHints[role],
    }))
  return <ChoiceSelect label={say.role} choices={choices} value={value} onChange={onChange} />
}

type CirclesProps = {
  label: string
  circles: readonly Reference[]
  value?: string[]
  onChange?: (ids: string[]) => void
}

function Circles({ label, circles, ...field }: CirclesProps) {
  if (circles.length === 0) return null
  return (
    <MultiSelect
      label={label}
      placeholder={field.value?.length ? '' : say.optional}
      data={circles.map(circle => ({ value: circle.id, label: circle.name }))}
      searchable
      hidePickedOptions
      maxDropdownHeight={220}
      {...field}
    />
  )
}
