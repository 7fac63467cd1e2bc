import { useQueryClient } from '@tanstack/react-query'
import { directory } from '#web/platform/directory.ts'
import { keys } from '#web/platform/keys.ts'
import { useRecordChange } from '#web/platform/record-change.ts'
import {
  type Circle,
  type CircleChange,
  type CircleKind,
  changeCircle,
  circleKind,
  naming,
} from './circles.ts'

/** Changes one team or group, seen at once; `memberIds` replaces its people. */
export function useCircleChange(kind: CircleKind, id: string) {
  const client = useQueryClient()
  const show = (circle: Circle, { name, memberIds }: CircleChange): Circle => {
    const users = client.getQueryData(directory.users.queryKey) ?? []
    const known = new Map([...users, ...circle.members].map(one => [one.id, { id: one.id, name: one.name }]))
    const members = memberIds?.flatMap(one => known.get(one) ?? []) ?? circle.members
    return { ...circle, name: name ?? circle.name, members }
  }
  const send = (circle: Circle, change: CircleChange) => changeCircle(kind, circle, change)
  const change = useRecordChange<Circle, CircleChange>({
    list: circleKind(kind).key,
    id,
    send,
    show,
  })
  return async (wanted: CircleChange) => {
    await change(wanted).catch((error: unknown) => {
      throw naming(error, client.getQueryData(directory.users.queryKey) ?? [])
    })
    // Each person says in which teams and groups they are.
    void client.invalidateQueries({ queryKey: keys.users })
  }
}
