import { DESK_VARIABLE, openServerDesk } from '#tests/harness/server-desk.ts'

/** Vitest runs this once around all tests; the processes it starts afterwards inherit the address. */
export default async function setUp(): Promise<() => Promise<void>> {
  const desk = await openServerDesk()
  process.env[DESK_VARIABLE] = desk.address
  return desk.close
}
