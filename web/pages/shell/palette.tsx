import '@mantine/spotlight/styles.layer.css'
import { Spotlight } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useCaseSearch } from '#web/cases/use-case-search.ts'
import { type Command, obey, useAllCommands } from '#web/platform/commands.ts'
import { words } from '#web/platform/words.ts'
import { KeyHint } from '#web/ui/key-hint.tsx'
import { StatusMark } from '#web/ui/status-mark.tsx'
import classes from './palette.module.css'

const say = words.palette

/** Ctrl/⌘K: everything that can be done here, and any case by number or words. */
export default function Palette() {
  const [query, setQuery] = useState('')
  const groups = matching(useAllCommands(), query)
  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      scrollable
      maxHeight={420}
      size={620}
      clearQueryOnClose
      transitionProps={{ duration: 100 }}
      overlayProps={{ blur: 0, backgroundOpacity: 0.35 }}
    >
      <Spotlight.Search
        aria-label={say.title}
        placeholder={say.placeholder}
        classNames={{ input: classes.search ?? '' }}
        leftSection={<IconSearch size={17} stroke={1.7} />}
      />
      <Spotlight.ActionsList>
        <FoundCases query={query} />
        {[...groups].map(([group, commands]) => (
          <Spotlight.ActionsGroup key={group} label={group}>
            {commands.map(command => (
              <PaletteRow key={command.id} command={command} />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {groups.size === 0 && query === '' && <Spotlight.Empty>{say.empty}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

/** The commands whose words all begin somewhere with the words typed, in groups, innermost part of the page first. */
function matching(commands: Command[], query: string): Map<string, Command[]> {
  const wanted = query.toLowerCase().split(/\s+/).filter(Boolean)
  const fitting = commands.filter(command => {
    const text = ` ${command.title} ${command.also ?? ''} ${command.group}`.toLowerCase()
    return !command.quiet && wanted.every(word => text.includes(` ${word}`))
  })
  return Map.groupBy(fitting.toReversed(), command => command.group)
}

function PaletteRow({ command }: { command: Command }) {
  return (
    <Spotlight.Action
      onClick={() => obey(command)}
      className={classes.row}
      data-refused={command.refusal !== undefined}
    >
      <span className={classes.title}>{command.title}</span>
      {command.keys && <KeyHint keys={command.keys} />}
    </Spotlight.Action>
  )
}

function FoundCases({ query }: { query: string }) {
  const navigate = useNavigate()
  const { items, state } = useCaseSearch(query)
  if (state === 'idle') return null
  return (
    <Spotlight.ActionsGroup label={say.cases}>
      {items.map(row => (
        <Spotlight.Action
          key={row.number}
          className={classes.row}
          onClick={() => void navigate({ to: '/cases/$number', params: { number: String(row.number) } })}
        >
          <StatusMark status={row.status} />
          <span className={classes.number}>{words.cases.number(row.number)}</span>
          <span className={classes.title}>{row.subject}</span>
          <span className={classes.dim}>{row.customer?.name}</span>
        </Spotlight.Action>
      ))}
      <div className={classes.note} role="status">
        {state === 'searching' && items.length === 0 && say.searching}
        {state === 'failed' && say.searchFailed}
        {state === 'done' && items.length === 0 && say.empty}
      </div>
    </Spotlight.ActionsGroup>
  )
}
