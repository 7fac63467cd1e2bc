import { Button, Combobox, Textarea, useCombobox } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type Ref, useRef } from 'react'
import type { Reference } from '#domain/kernel/shapes.ts'
import { useDraft } from '#web/platform/drafts.ts'
import { pressed } from '#web/platform/keyboard.ts'
import { useSameKey } from '#web/platform/same-key.ts'
import { words } from '#web/platform/words.ts'
import { FormError } from '#web/ui/form-error.tsx'
import { KeyHint } from '#web/ui/key-hint.tsx'
import { PersonAvatar } from '#web/ui/person-avatar.tsx'
import classes from './composer.module.css'
import { insertMention, mentionAt, mentionedIn } from './mentions.ts'

const say = words.casePage.composer
const empty = { text: '' }

type Props = {
  /** Under this name the draft is kept. */
  name: string
  people: readonly Reference[]
  send: (body: { text: string; mentions: string[] }, key: string) => Promise<unknown>
  onSent: () => void
  inputRef?: Ref<HTMLTextAreaElement>
}

/** Writing to colleagues: an internal comment with mentions (ACT-06 to ACT-08). */
export function CommentForm({ name, people, send, onSent, inputRef }: Props) {
  const { draft, change, discard } = useDraft(name, empty)
  const keyFor = useSameKey()
  const act = useMutation({
    mutationFn: (text: string) => {
      const body = { text, mentions: mentionedIn(text, people) }
      return send(body, keyFor(body))
    },
    onSuccess: () => {
      discard()
      onSent()
    },
  })
  const submit = () => {
    if (draft.text.trim() !== '' && !act.isPending) act.mutate(draft.text)
  }
  return (
    <div className={classes.internal}>
      <MentionArea
        text={draft.text}
        people={people}
        onChange={text => change({ text })}
        onSubmit={submit}
        {...(inputRef ? { inputRef } : {})}
      />
      {act.error && (
        <div className={classes.warnings}>
          <FormError error={act.error} />
        </div>
      )}
      <div className={classes.foot}>
        <span className={classes.kept}>{draft.text !== '' && words.conversations.reply.kept}</span>
        <Button
          variant="default"
          disabled={draft.text.trim() === ''}
          loading={act.isPending}
          onClick={submit}
          rightSection={<KeyHint keys="mod+enter" />}
        >
          {say.commentSubmit}
        </Button>
      </div>
    </div>
  )
}

type AreaProps = {
  text: string
  people: readonly Reference[]
  onChange: (text: string) => void
  onSubmit: () => void
  inputRef?: Ref<HTMLTextAreaElement>
}

/** The text with a list of people that opens after an @. */
function MentionArea({ text, people, onChange, onSubmit, inputRef }: AreaProps) {
  const store = useCombobox()
  const caret = useRef(0)
  const begun = mentionAt(text, caret.current)
  const found = begun === null ? [] : people.filter(one => one.name.toLowerCase().includes(begun)).slice(0, 6)
  const type = (element: HTMLTextAreaElement) => {
    caret.current = element.selectionStart
    onChange(element.value)
    if (mentionAt(element.value, element.selectionStart) === null) store.closeDropdown()
    else store.openDropdown()
    store.selectFirstOption()
  }
  const insert = (id: string) => {
    const person = people.find(one => one.id === id)
    if (person) onChange(insertMention(text, caret.current, person.name))
    store.closeDropdown()
  }
  return (
    <Combobox store={store} onOptionSubmit={insert} position="top-start" width={240} shadow="md">
      <Combobox.Target autoComplete="off">
        <Textarea
          {...(inputRef ? { ref: inputRef } : {})}
          aria-label={say.commentLabel}
          placeholder={say.commentPlaceholder}
          variant="unstyled"
          autosize
          minRows={3}
          maxRows={14}
          value={text}
          classNames={{ input: classes.input ?? '' }}
          onChange={event => type(event.currentTarget)}
          onBlur={() => store.closeDropdown()}
          onKeyDown={event => {
            if (event.key === 'Escape') event.currentTarget.blur()
            if (!pressed(event.nativeEvent, 'mod+enter')) return
            event.preventDefault()
            onSubmit()
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={found.length === 0}>
        <Combobox.Options aria-label={say.mention}>
          {found.map(person => (
            <Combobox.Option key={person.id} value={person.id} className={classes.mention ?? ''}>
              <PersonAvatar name={person.name} size={18} />
              {person.name}
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
