import { Combobox, Modal, useCombobox } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { CaseRow } from '#domain/cases/wire.ts'
import { type CaseSearch, useCaseSearch } from '#web/cases/use-case-search.ts'
import { type Command, obey, useAllCommands } from '#web/platform/commands.ts'
import { words } from '#web/platform/words.ts'
import { KeyHint } from '#web/ui/key-hint.tsx'
import { StatusMark } from '#web/ui/status-mark.tsx'
import classes from './palette.module.css'
import { closePalette } from './palette-store.ts'

const say = words.palette

/** Ctrl/⌘K: everything that can be done here, and any case by number or words. */
export default function Palette() {
  const [query, setQuery] = useState('')
  const navigate = useNavigate()
  const commands = matching(useAllCommands(), query)
  const found = useCaseSearch(query)
  const act = (value: string) => {
    closePalette()
    const command = commands.find(one => one.id === value)
    // The palette gives the focus back first, so that a command can take it.
    if (command) setTimeout(() => obey(command))
    else void navigate({ to: '/cases/$number', params: { number: value } })
  }
  return (
    <Modal
      opened
      onClose={closePalette}
      withCloseButton={false}
      aria-label={say.title}
      size={620}
      padding={0}
      yOffset="10vh"
      transitionProps={{ duration: 80 }}
      overlayProps={{ backgroundOpacity: 0.35 }}
    >
      <Found query={query} onQuery={setQuery} onAct={act} commands={commands} found={found} />
    </Modal>
  )
}

/** The commands whose words all begin somewhere with the words typed, innermost part of the page first. */
function matching(commands: Command[], query: string): Command[] {
  const wanted = query.toLowerCase().split(/\s+/).filter(Boolean)
  return commands
    .filter(command => {
      const text = ` ${command.title} ${command.also ?? ''} ${command.group}`.toLowerCase()
      return !command.quiet && wanted.every(word => text.includes(` ${word}`))
    })
    .toReversed()
}

type Props = {
  query: string
  onQuery: (query: string) => void
  onAct: (value: string) => void
  commands: Command[]
  found: CaseSearch
}

function Found({ query, onQuery, onAct, commands, found }: Props) {
  const store = useCombobox({ opened: true })
  const { selectFirstOption } = store
  const choices = [...found.items.map(row => row.number), ...commands.map(command => command.id)].join(' ')
  useEffect(() => {
    if (choices !== '') selectFirstOption()
  }, [choices, selectFirstOption])
  const nothing = commands.length === 0 && found.items.length === 0 && found.state !== 'searching'
  return (
    <Combobox store={store} onOptionSubmit={onAct}>
      <Combobox.EventsTarget>
        <input
          className={classes.search}
          aria-label={say.title}
          placeholder={say.placeholder}
          data-autofocus
          value={query}
          onChange={event => onQuery(event.currentTarget.value)}
        />
      </Combobox.EventsTarget>
      <IconSearch size={17} stroke={1.7} className={classes.icon} aria-hidden />
      <Combobox.Options className={classes.options ?? ''} aria-label={say.title}>
        <Cases rows={found.items} />
        <Commands commands={commands} />
      </Combobox.Options>
      <div className={classes.note} role="status">
        {found.state === 'searching' && found.items.length === 0 && say.searching}
        {found.state === 'failed' && say.searchFailed}
        {nothing && found.state !== 'failed' && say.empty}
      </div>
    </Combobox>
  )
}

function Cases({ rows }: { rows: readonly CaseRow[] }) {
  if (rows.length === 0) return null
  return (
    <Combobox.Group label={say.cases}>
      {rows.map(row => (
        <Combobox.Option key={row.number} value={String(row.number)} className={classes.row ?? ''}>
          <StatusMark status={row.status} />
          <span className={classes.dim}>{words.cases.number(row.number)}</span>
          <span className={classes.title}>{row.subject}</span>
          <span className={classes.dim}>{row.customer?.name}</span>
        </Combobox.Option>
      ))}
    </Combobox.Group>
  )
}

function Commands({ commands }: { commands: Command[] }) {
  const groups = Map.groupBy(commands, command => command.group)
  return [...groups].map(([group, members]) => (
    <Combobox.Group key={group} label={group}>
      {members.map(command => (
        <Combobox.Option
          key={command.id}
          value={command.id}
          className={classes.row ?? ''}
          data-refused={command.refusal !== undefined || undefined}
        >
          <span className={classes.title}>{command.title}</span>
          {command.keys && <KeyHint keys={command.keys} />}
        </Combobox.Option>
      ))}
    </Combobox.Group>
  ))
}
