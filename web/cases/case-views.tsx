import { Link } from '@tanstack/react-router'
import type { Reference } from '#domain/kernel/shapes.ts'
import { words } from '#web/platform/words.ts'
import type { PickerOption } from '#web/ui/picker.tsx'
import classes from './case-views.module.css'
import { usualView } from './list-query.ts'
import type { CasesSearch } from './search.ts'

const say = words.caseList

type View = NonNullable<CasesSearch['view']>

/** One entry of the sub-navigation: a view, or the cases of one channel. */
export type CaseView = { id: string; label: string; search: CasesSearch; channel: boolean }

/**
 * The views this person has. Those who see all cases get All cases; the others get Assigned by me and
 * everything they can see (CL-09, CL-10).
 */
export function viewsFor(viewAll: boolean, channels: readonly Reference[]): CaseView[] {
  const views: [View, string][] = [
    ['mine', say.views.mine],
    ['unassigned', say.views.unassigned],
    ['following', say.views.following],
    ...(viewAll ? [] : ([['assignedByMe', say.views.assignedByMe]] as [View, string][])),
    ['createdByMe', say.views.createdByMe],
    ['updatedByMe', say.views.updatedByMe],
    ['all', viewAll ? say.views.all : say.views.allMine],
  ]
  return [
    ...views.map(([view, label]) => ({ id: view, label, search: { view }, channel: false })),
    ...channels.map(({ id, name }) => ({
      id: `channel ${id}`,
      label: name,
      search: { view: 'all' as const, channel: id },
      channel: true,
    })),
  ]
}

/** Which view an address shows. */
export function viewOf(search: CasesSearch, views: readonly CaseView[]): CaseView | undefined {
  const id =
    search.channel && search.view === 'all' ? `channel ${search.channel}` : (search.view ?? usualView)
  return views.find(view => view.id === id)
}

/** The sub-navigation as options of a picker, for narrow screens. */
export function viewOptions(views: readonly CaseView[]): PickerOption[] {
  return views.map(({ id, label, channel }) => ({
    value: id,
    label,
    group: channel ? say.channels : undefined,
  }))
}

/** The sub-navigation of the case list. */
export function CaseViews({ views, current }: { views: readonly CaseView[]; current: CaseView | undefined }) {
  const channels = views.filter(view => view.channel)
  return (
    <nav className={classes.nav} aria-label={say.nav}>
      {views
        .filter(view => !view.channel)
        .map(view => (
          <Entry key={view.id} view={view} current={view === current} />
        ))}
      {channels.length > 0 && <div className={classes.heading}>{say.channels}</div>}
      {channels.map(view => (
        <Entry key={view.id} view={view} current={view === current} />
      ))}
    </nav>
  )
}

function Entry({ view, current }: { view: CaseView; current: boolean }) {
  return (
    <Link
      to="/cases"
      search={({ bucket, sort }) => ({
        ...view.search,
        ...(bucket ? { bucket } : {}),
        ...(sort ? { sort } : {}),
      })}
      className={classes.entry}
      aria-current={current ? 'page' : undefined}
      data-current={current || undefined}
    >
      {view.label}
    </Link>
  )
}
