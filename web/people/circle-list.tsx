import type { ReactNode } from 'react'
import { words } from '#web/platform/words.ts'
import { Thing, ThingList } from '#web/ui/settings/thing-list.tsx'
import { EmptyState, ErrorState, SkeletonRows } from '#web/ui/states.tsx'
import { type Circle, type CircleKind, circleKind, useCircles } from './circles.ts'
import { FaceRow } from './face-row.tsx'

const say = words.teamSettings.circles

/** All teams or all groups, by name. `action` is offered where there are none yet. */
export function CircleList({ kind, action }: { kind: CircleKind; action: ReactNode }) {
  const { words: own, place } = circleKind(kind)
  const { circles, error, refetch } = useCircles(kind)
  if (error && !circles) return <ErrorState error={error} retry={refetch} />
  if (!circles) return <SkeletonRows rows={5} height={48} />
  if (circles.length === 0) return <EmptyState title={own.empty} hint={own.emptyHint} action={action} />
  return (
    <ThingList label={words.settingsFrame.pages[kind === 'team' ? 'teams' : 'groups']}>
      {circles.map(circle => (
        <Thing
          key={circle.id}
          to={`${place}/${circle.id}`}
          name={circle.name}
          {...(circle.channels ? { sub: channelNames(circle) } : {})}
          facing
          facts={
            <>
              <FaceRow people={circle.members} />
              <span>{say.member(circle.members.length)}</span>
            </>
          }
        />
      ))}
    </ThingList>
  )
}

function channelNames({ channels = [] }: Circle): string {
  return channels.length > 0 ? channels.map(channel => channel.name).join(', ') : say.noChannels
}
