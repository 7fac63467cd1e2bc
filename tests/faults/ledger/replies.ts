import { randomUUID } from 'node:crypto'
import { untilTaken } from './senders.ts'

export type ReplyDoors = { readonly url: string; readonly token: string; readonly cases: readonly number[] }

/** A reply that was acknowledged. `lostAnswer`: only by 409, because the server died after it had stored it. */
export type WrittenReply = { readonly token: string; readonly lostAnswer: boolean }

/** How long a 409 about an unfinished twin is taken at its word. */
const twinTries = 40

/**
 * Writes replies in turn into the cases, each with one Idempotency-Key over all its tries, until they are acknowledged.
 */
export async function writeReplies(
  doors: ReplyDoors,
  tokens: string[],
  acknowledged: (reply: WrittenReply) => void,
  signal: AbortSignal,
): Promise<void> {
  for (let token = tokens.shift(); token; token = tokens.shift()) {
    const number = doors.cases[Number(token.split('-').at(-1)) % doors.cases.length]!
    acknowledged(await write(doors, number, token, signal))
  }
}

async function write(
  doors: ReplyDoors,
  number: number,
  token: string,
  signal: AbortSignal,
): Promise<WrittenReply> {
  const key = randomUUID()
  let twins = 0
  let lostAnswer = false
  await untilTaken(async () => {
    const answer = await fetch(`${doors.url}/api/v1/cases/${number}/replies`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${doors.token}`,
        'content-type': 'application/json',
        'idempotency-key': key,
      },
      body: JSON.stringify({ text: `Dear customer, this is ${token}.` }),
    })
    if (answer.status !== 409) return answer
    twins += 1
    lostAnswer = twins > twinTries
    return lostAnswer ? Response.json({}) : Response.json({}, { status: 503 })
  }, signal)
  return { token, lostAnswer }
}
