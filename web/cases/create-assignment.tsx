import { Anchor, Text } from '@mantine/core'
import { useTeams, useUsers } from '#web/platform/directory.ts'
import { useMe } from '#web/platform/session.ts'
import { words } from '#web/platform/words.ts'
import { PersonAvatar } from '#web/ui/person-avatar.tsx'
import { Picker } from '#web/ui/picker.tsx'
import type { FormPart } from './create-form.ts'
import classes from './create-sheet.module.css'
import { LabelledField } from './labelled-field.tsx'
import { assigneeOptions, nobody, teamOptions } from './options.tsx'

const say = words.cases.create

/** Team and assignee, with Assign to me (IN-03, AS-01, AS-02). */
export function CreateAssignment({ draft, change, error }: FormPart & { error: string | null }) {
  const me = useMe()
  const users = useUsers()
  const teams = useTeams()
  const team = teams.find(one => one.id === draft.teamId)
  const assignee = users.find(one => one.id === draft.assigneeId)
  const mine = draft.assigneeId === me.id
  return (
    <div>
      <div className={classes.pair}>
        <LabelledField label={words.cases.field.team}>
          <Picker
            label={words.cases.find.team}
            options={teamOptions(teams)}
            value={draft.teamId ?? nobody}
            onPick={value => change({ teamId: value === nobody ? null : value })}
            className={classes.field}
          >
            <span>{team?.name ?? say.teamNone}</span>
          </Picker>
        </LabelledField>
        <LabelledField
          label={words.cases.field.assignee}
          extra={!mine && <AssignToMe onClick={() => change({ assigneeId: me.id })} />}
        >
          <Picker
            label={words.cases.find.person}
            options={assigneeOptions(users, me.id)}
            value={draft.assigneeId ?? nobody}
            onPick={value => change({ assigneeId: value === nobody ? null : value })}
            className={classes.field}
            position="bottom-end"
          >
            <PersonAvatar name={assignee?.name ?? null} size={18} />
            <span>{assignee?.name ?? say.assigneeNone}</span>
          </Picker>
        </LabelledField>
      </div>
      {error && (
        <Text size="xs" c="var(--d-danger-ink)" mt={6} role="alert">
          {error}
        </Text>
      )}
    </div>
  )
}

function AssignToMe({ onClick }: { onClick: () => void }) {
  return (
    <Anchor component="button" type="button" fz={12} onClick={onClick}>
      {say.assignToMe}
    </Anchor>
  )
}
