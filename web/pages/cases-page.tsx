import { useMediaQuery } from '@mantine/hooks'
import { getRouteApi } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useMemo, useState } from 'react'
import type { CaseRow } from '#domain/cases/wire.ts'
import { CaseViews, viewOf, viewsFor } from '#web/cases/case-views.tsx'
import { rememberList } from '#web/cases/last-list.ts'
import { idOf, useCaseList } from '#web/cases/use-case-list.ts'
import { useChannels } from '#web/platform/directory.ts'
import { usePageTitle } from '#web/platform/page-title.ts'
import { useRowCursor } from '#web/platform/row-cursor.ts'
import { useMay } from '#web/platform/session.ts'
import { words } from '#web/platform/words.ts'
import pane from '#web/ui/list-pane.module.css'
import { CasesHead } from './cases-head.tsx'
import classes from './cases-page.module.css'
import { CasesRows } from './cases-rows.tsx'
import { NoAccess } from './no-access.tsx'
import { usePrefetchCase } from './prefetch-case.ts'

const route = getRouteApi('/frame/cases')
const CreateByHand = lazy(() => import('./create-by-hand.tsx'))

/** /cases: views at the left, the dense list of one of them. */
export default function CasesPage() {
  const may = useMay()
  return may.hold('cases.manage') ? <Cases viewAll={may.hold('cases.viewAll')} /> : <NoAccess />
}

/** The row the keys stood on, per list, for coming back. */
const cursors = new Map<string, string>()

function Cases({ viewAll }: { viewAll: boolean }) {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const list = useCaseList(search)
  const channels = useChannels()
  const views = useMemo(() => viewsFor(viewAll, channels), [viewAll, channels])
  const [creating, setCreating] = useState(false)
  const place = JSON.stringify(search)
  const [cursor, setCursor] = useState<string | null>(() => cursors.get(place) ?? null)
  const prefetch = usePrefetchCase()
  const narrow = useMediaQuery('(max-width: 760px)') ?? false
  const { rows } = list
  useEffect(() => rememberList({ search, numbers: rows.map(row => row.number) }), [search, rows])
  const stand = (row: CaseRow) => {
    cursors.set(place, idOf(row))
    setCursor(idOf(row))
    prefetch(row.number)
  }
  const open = (row: CaseRow) =>
    void navigate({ to: '/cases/$number', params: { number: String(row.number) } })
  useRowCursor({ rows, idOf, cursor, onMove: stand, onOpen: open })
  const view = viewOf(search, views)
  usePageTitle(view?.label ?? words.cases.title)
  return (
    <div className={classes.page}>
      <CaseViews views={views} current={view} />
      <section className={pane.pane} aria-label={view?.label}>
        <CasesHead list={list} views={views} view={view} onCreate={() => setCreating(true)} />
        <CasesRows
          {...{ list, search, cursor, place }}
          rowHeight={narrow ? 58 : 38}
          onPoint={row => prefetch(row.number)}
        />
      </section>
      <Suspense>{creating && <CreateByHand onClose={() => setCreating(false)} />}</Suspense>
    </div>
  )
}
