import type { User } from '#domain/people/wire.ts'
import { keys } from '#web/platform/keys.ts'
import { useRecordChange } from '#web/platform/record-change.ts'
import { changeUser, type UserChange } from './users-api.ts'

/** Changes one person, seen at once. */
export function useUserChange(id: string) {
  return useRecordChange<User, UserChange>({ list: keys.users, id, send: changeUser, show })
}

function show(user: User, change: UserChange): User {
  const { name = user.name, role = user.role, permissions = user.permissions, active = user.active } = change
  return { ...user, name, role, permissions, active }
}
