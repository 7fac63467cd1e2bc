import { SegmentedControl, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { User } from '#domain/people/wire.ts'
import { directory } from '#web/platform/directory.ts'
import { useMe } from '#web/platform/session.ts'
import { words } from '#web/platform/words.ts'
import { PersonAvatar } from '#web/ui/person-avatar.tsx'
import { Thing, ThingList } from '#web/ui/settings/thing-list.tsx'
import { EmptyState, ErrorState, SkeletonRows } from '#web/ui/states.tsx'
import { filterPeople, type PeopleSearch } from './people-filter.ts'
import classes from './people-list.module.css'

const say = words.teamSettings.people

type Props = { search: PeopleSearch; onSearch: (search: PeopleSearch) => void }

/** Everybody in the workspace, by name; filters stand in the address. */
export function PeopleList({ search, onSearch }: Props) {
  const { data, error, refetch } = useQuery(directory.users)
  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={10} height={48} />
  const people = filterPeople(data, search)
  return (
    <>
      <Filters search={search} onSearch={onSearch} />
      {people.length === 0 ? (
        <NobodyFound search={search} />
      ) : (
        <ThingList label={words.settingsFrame.pages.people}>
          {people.map(user => (
            <Person key={user.id} user={user} />
          ))}
        </ThingList>
      )}
    </>
  )
}

function NobodyFound({ search }: { search: PeopleSearch }) {
  if (search.show === 'inactive' && !search.q)
    return <EmptyState title={say.noneInactive} hint={say.noneInactiveHint} />
  return <EmptyState title={words.settingsFrame.noMatch} hint={words.settingsFrame.noMatchHint} />
}

function Filters({ search, onSearch }: Props) {
  const { q, show } = search
  // The field keeps its own text: an address changes a moment later than one types.
  const [text, setText] = useState(q ?? '')
  const type = (typed: string) => {
    setText(typed)
    onSearch({ ...(typed ? { q: typed } : {}), ...(show ? { show } : {}) })
  }
  const choose = (chosen: string) => {
    const next = chosen === 'inactive' || chosen === 'all' ? { show: chosen } : {}
    onSearch({ ...(q ? { q } : {}), ...next } as PeopleSearch)
  }
  return (
    <div className={classes.filters}>
      <TextInput
        type="search"
        className={classes.search}
        leftSection={<IconSearch size={14} stroke={1.7} aria-hidden />}
        aria-label={say.search}
        placeholder={say.search}
        value={text}
        onChange={event => type(event.currentTarget.value)}
      />
      <SegmentedControl
        aria-label={say.show}
        value={show ?? 'active'}
        onChange={choose}
        data={[
          { value: 'active', label: say.active },
          { value: 'inactive', label: say.inactive },
          { value: 'all', label: say.all },
        ]}
      />
    </div>
  )
}

function Person({ user }: { user: User }) {
  const me = useMe()
  const teams = user.teams.map(team => team.name).join(', ')
  return (
    <Thing
      to={`/settings/people/${user.id}`}
      picture={<PersonAvatar name={user.name} size={28} />}
      name={
        <>
          {user.name}
          {user.id === me.id && <span className={classes.mark}>{say.you}</span>}
          {!user.active && <span className={classes.mark}>{say.inactive}</span>}
        </>
      }
      sub={user.email}
      facts={
        <>
          <span className={classes.role}>{words.people.roles[user.role]}</span>
          <span className={classes.teams} title={teams}>
            {teams}
          </span>
        </>
      }
    />
  )
}
