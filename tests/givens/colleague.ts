import type { Role } from '#domain/people/permissions.ts'
import { newSecret } from '#server/platform/ids.ts'
import type { Product } from '#tests/harness/product.ts'

/** A colleague who was invited, accepted, and has an API token. */
export type Colleague = { id: string; name: string; email: string; password: string; token: string }

/** Invites somebody by name as the owner, accepts for them and makes them a token, all through the doors. */
export async function givenColleague(
  docket: Product,
  name: string,
  role: Exclude<Role, 'owner' | 'custom'>,
): Promise<Colleague> {
  const email = `${name.toLowerCase()}@acme.example`
  const password = newSecret('password')
  const invited = await docket.call('POST', '/invitations', { email, name, role })
  const token = String(invited.body.link).split('#token=')[1]
  const accepted = await fetch(`${docket.url}/api/v1/invitations/accept`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token, name, password }),
  })
  if (!accepted.ok) throw new Error(await accepted.text())
  const cookie = accepted.headers
    .getSetCookie()
    .map(line => line.split(';')[0])
    .join('; ')
  const made = await fetch(`${docket.url}/api/v1/tokens`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie, origin: docket.url },
    body: JSON.stringify({ name: 'test' }),
  })
  const users = (await docket.call('GET', '/users')).body.items
  const user = users.find((one: { email: string }) => one.email === email)
  return { id: user.id, name, email, password, token: ((await made.json()) as { value: string }).value }
}
