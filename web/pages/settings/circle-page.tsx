import { useNavigate } from '@tanstack/react-router'
import { CircleSettings } from '#web/people/circle-settings.tsx'
import { type CircleKind, circleKind, useCircles } from '#web/people/circles.ts'
import { words } from '#web/platform/words.ts'
import { SettingsPage } from '#web/ui/settings/settings-page.tsx'
import { EmptyState, ErrorState, SkeletonRows } from '#web/ui/states.tsx'

/** The page of one team or group. */
export function CirclePage({ kind, id }: { kind: CircleKind; id: string }) {
  const { circles, error, refetch } = useCircles(kind)
  const navigate = useNavigate()
  const { place } = circleKind(kind)
  const back = { to: place, label: words.settingsFrame.pages[kind === 'team' ? 'teams' : 'groups'] }
  const circle = circles?.find(one => one.id === id)
  if (circle) {
    return (
      <SettingsPage title={circle.name} back={back}>
        <CircleSettings kind={kind} circle={circle} onDeleted={() => navigate({ to: place })} />
      </SettingsPage>
    )
  }
  if (error) return <ErrorState error={error} retry={refetch} />
  if (!circles) return <SkeletonRows rows={4} height={56} />
  const { gone, goneHint } = words.teamSettings.circles
  return (
    <SettingsPage back={back}>
      <EmptyState title={gone} hint={goneHint} />
    </SettingsPage>
  )
}
