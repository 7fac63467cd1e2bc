import { Button } from '@mantine/core'
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { keys } from '#web/platform/keys.ts'
import { tell, tellRefusal } from '#web/platform/toasts.tsx'
import { words } from '#web/platform/words.ts'
import { Moment } from '#web/ui/moment.tsx'
import { SettingsSection } from '#web/ui/settings/settings-page.tsx'
import { Thing, ThingList } from '#web/ui/settings/thing-list.tsx'
import { ErrorState, SkeletonRows } from '#web/ui/states.tsx'
import { ownPlaceQuery, placesQuery, type SignedInPlace, signOutOthers, signOutPlace } from './account-api.ts'
import { deviceName } from './device-name.ts'

const say = words.account.security

/** Everywhere the person is signed in: this browser first, then by the time they were last used. */
export function PlaceList() {
  const { data, error, refetch } = useQuery(placesQuery)
  const own = useQuery(ownPlaceQuery).data ?? null
  return (
    <SettingsSection
      plain
      title={say.sessions}
      hint={data?.length === 1 ? say.onlyThis : say.sessionsHint}
      action={data && data.length > 1 && <SignOutOthers />}
    >
      {data && (
        <ThingList label={say.sessions}>
          {inOrder(data, own).map(place => (
            <Place key={place.id} place={place} own={place.id === own} />
          ))}
        </ThingList>
      )}
      {!data && !error && <SkeletonRows rows={2} height={48} />}
      {!data && error && <ErrorState error={error} retry={() => void refetch()} />}
    </SettingsSection>
  )
}

function inOrder(places: readonly SignedInPlace[], own: string | null): SignedInPlace[] {
  const late = [...places].sort((one, other) => Date.parse(other.updatedAt) - Date.parse(one.updatedAt))
  return [...late.filter(place => place.id === own), ...late.filter(place => place.id !== own)]
}

function SignOutOthers() {
  const client = useQueryClient()
  const act = useMutation({
    mutationFn: signOutOthers,
    onSuccess: () => tell(say.signedOutOthers),
    onError: tellRefusal,
    onSettled: () => client.invalidateQueries({ queryKey: keys.sessions }),
  })
  return (
    <Button variant="default" loading={act.isPending} onClick={() => act.mutate()}>
      {say.signOutOthers}
    </Button>
  )
}

function Place({ place, own }: { place: SignedInPlace; own: boolean }) {
  const name = deviceName(place.userAgent ?? '')
  const mobile = /Mobile|iPhone|Android/.test(place.userAgent ?? '')
  const Picture = mobile ? IconDeviceMobile : IconDeviceDesktop
  return (
    <Thing
      picture={<Picture size={20} stroke={1.5} aria-hidden />}
      name={name}
      sub={
        <>
          {place.ipAddress && `${place.ipAddress} · `}
          {say.lastSeen} <Moment at={place.updatedAt} />
        </>
      }
      facing
      facts={own ? <span>{say.thisOne}</span> : <SignOutOne place={place} name={name} />}
    />
  )
}

function SignOutOne({ place, name }: { place: SignedInPlace; name: string }) {
  const client = useQueryClient()
  const act = useMutation({
    mutationFn: () => signOutPlace(place.token),
    onError: tellRefusal,
    onSettled: () => client.invalidateQueries({ queryKey: keys.sessions }),
  })
  return (
    <Button
      variant="default"
      aria-label={`${say.signOutOne}: ${name}`}
      loading={act.isPending}
      onClick={() => act.mutate()}
    >
      {say.signOutOne}
    </Button>
  )
}
