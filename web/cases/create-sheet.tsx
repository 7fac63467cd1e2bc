import { Button, Checkbox, Stack, TagsInput, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useCommands } from '#web/platform/commands.ts'
import { useTags } from '#web/platform/directory.ts'
import { useDraft } from '#web/platform/drafts.ts'
import { words } from '#web/platform/words.ts'
import { KeyHint } from '#web/ui/key-hint.tsx'
import { SideSheet } from '#web/ui/side-sheet.tsx'
import { CreateAssignment } from './create-assignment.tsx'
import { CreateByHand } from './create-by-hand.tsx'
import { CreateError } from './create-error.tsx'
import { emptyDraft, type FormPart, type Origin } from './create-form.ts'
import { CreateKind } from './create-kind.tsx'
import classes from './create-sheet.module.css'
import { type Created, useCreateCase } from './use-create-case.ts'

const say = words.cases.create

type Props = {
  origin: Origin
  /** What the case is made from, in words. */
  about?: string
  onClose: () => void
  onCreated: (created: Created) => void
}

/**
 * The form of a new case beside the page, in the order of IN-02. Nothing is stored on the server before
 * Create case is pressed, and what was entered is kept whatever happens: closing, errors, refusals.
 */
export function CreateSheet({ origin, about, onClose, onCreated }: Props) {
  const name = origin.kind === 'message' ? `case.${origin.id}` : 'case.by-hand'
  const { draft, change, discard } = useDraft(name, emptyDraft)
  const [tried, setTried] = useState(false)
  const act = useCreateCase(origin, created => {
    discard()
    onCreated(created)
  })
  const incomplete = draft.teamId === null && draft.assigneeId === null
  const submit = () => {
    setTried(true)
    if (!incomplete && !act.isPending) act.mutate(draft)
  }
  const part = { draft, change }
  const group = words.groups.general
  useCommands([
    { id: 'create-case-now', group, title: say.submit, keys: 'mod+enter', quiet: true, run: submit },
  ])
  return (
    <SideSheet title={origin.kind === 'message' ? say.title : say.titleByHand} onClose={onClose}>
      <form
        className={classes.form}
        onSubmit={event => {
          event.preventDefault()
          submit()
        }}
      >
        <Stack gap="md" className={classes.fields ?? ''} data-fields>
          {about && (
            <Text size="xs" c="dimmed">
              {about}
            </Text>
          )}
          {origin.kind === 'hand' && <CreateByHand {...part} />}
          <CreateAssignment {...part} error={tried && incomplete ? say.whoFirst : null} />
          <CreateKind {...part} />
          <Extras {...part} withMessage={origin.kind === 'message'} />
          <CreateError error={act.error} />
        </Stack>
        <Foot busy={act.isPending} {...(draft === emptyDraft ? {} : { onClear: discard })} />
      </form>
    </SideSheet>
  )
}

function Extras({ draft, change, withMessage }: FormPart & { withMessage: boolean }) {
  const tags = useTags()
  return (
    <>
      <TagsInput
        label={words.cases.field.tags}
        description={say.tagsHint}
        data={tags}
        value={draft.tags}
        onChange={value => change({ tags: value })}
        maxTags={50}
        acceptValueOnBlur
        clearable
      />
      <Textarea
        label={say.comment}
        description={say.commentHint}
        autosize
        minRows={3}
        maxRows={10}
        value={draft.comment}
        onChange={event => change({ comment: event.currentTarget.value })}
      />
      {withMessage && (
        <Checkbox
          label={say.complete}
          description={say.completeHint}
          checked={draft.completeMessage}
          onChange={event => change({ completeMessage: event.currentTarget.checked })}
        />
      )}
    </>
  )
}

function Foot({ busy, onClear }: { busy: boolean; onClear?: () => void }) {
  return (
    <div className={classes.foot}>
      {onClear && (
        <Button variant="subtle" color="gray" onClick={onClear}>
          {say.clear}
        </Button>
      )}
      <Button type="submit" loading={busy} rightSection={<KeyHint keys="mod+enter" />}>
        {say.submit}
      </Button>
    </div>
  )
}
