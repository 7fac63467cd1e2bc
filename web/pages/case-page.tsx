import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import type { Case } from '#domain/cases/wire.ts'
import { CaseDetails } from '#web/cases/case-details.tsx'
import { caseQuery } from '#web/cases/case-queries.ts'
import { useCaseActs } from '#web/cases/use-case-acts.ts'
import { usePageTitle } from '#web/platform/page-title.ts'
import { statusOf } from '#web/platform/problem.ts'
import { useMay, useMe } from '#web/platform/session.ts'
import { words } from '#web/platform/words.ts'
import { ErrorState, SkeletonRows } from '#web/ui/states.tsx'
import { CaseConversation } from './case-conversation.tsx'
import { CaseHead } from './case-head.tsx'
import classes from './case-page.module.css'
import { DetailsDrawer } from './details-drawer.tsx'
import { NoAccess } from './no-access.tsx'
import { type StatusDialog, useStatusDialog } from './use-status-dialog.tsx'

const route = getRouteApi('/frame/cases/$number')

/** /cases/{number}. */
export default function CasePage() {
  const number = Number(route.useParams().number)
  const works = useMay().hold('cases.manage')
  const { data, error, refetch } = useQuery({
    ...caseQuery(number),
    enabled: works && Number.isInteger(number),
  })
  if (!works || !Number.isInteger(number) || statusOf(error) === 404) return <NoAccess />
  if (data) return <OneCase key={number} of={data} />
  if (error) return <ErrorState error={error} retry={refetch} />
  return <SkeletonRows rows={8} height={72} />
}

function OneCase({ of }: { of: Case }) {
  const me = useMe()
  const acts = useCaseActs(of.number, { id: me.id, name: me.name })
  const dialog = useStatusDialog(of, acts)
  const [drawer, setDrawer] = useState(false)
  usePageTitle(words.casePage.document(of.number, of.subject))
  return (
    <div className={classes.page}>
      <div className={classes.main}>
        <CaseHead of={of} acts={acts} onStatus={dialog.choose} onDetails={() => setDrawer(true)} />
        <CaseConversation of={of} onStatus={dialog.choose} />
      </div>
      <Details of={of} acts={acts} dialog={dialog} />
      {drawer && (
        <DetailsDrawer onClose={() => setDrawer(false)}>
          <CaseDetails of={of} acts={acts} onStatus={dialog.choose} />
        </DetailsDrawer>
      )}
      {dialog.element}
    </div>
  )
}

type DetailsProps = { of: Case; acts: ReturnType<typeof useCaseActs>; dialog: StatusDialog }

function Details({ of, acts, dialog }: DetailsProps) {
  return (
    <aside className={classes.details} aria-label={words.casePage.details}>
      <CaseDetails of={of} acts={acts} onStatus={dialog.choose} />
    </aside>
  )
}
