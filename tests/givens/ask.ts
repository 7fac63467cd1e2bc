import type { MailHouse } from '#tests/givens/mail-house.ts'

/** An answer of the API. */
export type Answer<Body> = { status: number; body: Body; headers: Record<string, unknown>; raw: Buffer }

/** Asks the API as somebody of the workspace: `ask(house, 'Bob', 'GET', '/inbox/messages')`. */
export async function ask<Body = Record<string, unknown>>(
  house: MailHouse,
  name: string,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: object,
  headers: Record<string, string> = {},
): Promise<Answer<Body>> {
  const answer = await house.http.inject({
    method,
    url: `/api/v1${path}`,
    headers: { authorization: `Bearer ${name}`, ...headers },
    ...(body ? { payload: body } : {}),
  })
  const json = String(answer.headers['content-type'] ?? '').includes('json') && answer.payload !== ''
  return {
    status: answer.statusCode,
    body: (json ? JSON.parse(answer.payload) : answer.payload) as Body,
    headers: answer.headers,
    raw: answer.rawPayload,
  }
}
