import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Exception } from '#tools/source/breach.ts'
import { fits, isTest } from '#tools/source/files.ts'

/** One wing of the house: what stands below and above its rooms, and what may come in from outside. */
export type Wing = {
  /** Folders below every room, low to high. */
  below: readonly string[]
  /** Folders above every room, low to high. */
  above: readonly string[]
  /** Files that lie in the wing itself; they stand on top. */
  loose: readonly string[]
  /** The wings it may import. */
  imports: readonly string[]
  /** The npm packages it may import; null for all of them. */
  packages: readonly string[] | null
  /** Whether it may import `node:` modules. */
  node: boolean
  /** Whether its rooms never import each other, whatever their order. */
  roomsApart: boolean
  /** What to do instead of importing a wing that is closed. */
  meeting: string
}

/** The floor plan in house.json. */
export type Plan = {
  rooms: readonly string[]
  wings: Readonly<Record<string, Wing>>
  /** Folders beside the wings and what they may import. */
  outbuildings: Readonly<Record<string, readonly string[]>>
  /** Floors of a server room by file name; the first that fits counts. */
  floors: readonly { name: string; files: readonly string[] }[]
  floorOrder: readonly string[]
  floorOfOtherFiles: string
  openToRooms: readonly string[]
  openToRoof: readonly string[]
  openToRoom: Readonly<Record<string, readonly string[]>>
  /** The only files that may do a thing; outside the three wings `sql` and `event` are free. */
  only: Readonly<Record<'connection' | 'sql' | 'event' | 'clock', readonly string[]>>
  connectionPackages: readonly string[]
  eventTables: readonly string[]
  folderNames: readonly string[]
  limits: { fileLines: number; functionLines: number; componentLines: number }
  /** SPEC areas whose seed rules must each have a test. */
  builtAreas: readonly string[]
  exceptions: readonly Exception[]
}

/** Reads house.json from the repository's root; throws when it is missing or no JSON. */
export function readPlan(root: string): Plan {
  return JSON.parse(readFileSync(join(root, 'house.json'), 'utf8')) as Plan
}

/** Where a file stands: `storey` is 'below', 'room', 'above' or 'loose', and `level` orders them inside a wing. */
export type Place = {
  wing: string
  room: string
  storey: 'below' | 'room' | 'above' | 'loose' | 'unknown'
  level: number
  /** The floor inside a server room; null everywhere else. */
  floor: string | null
  test: boolean
}

/** The place of a file, or null for a file outside the three wings. */
export function placeOf(plan: Plan, path: string): Place | null {
  const [wingName = '', ...rest] = path.split('/')
  const wing = plan.wings[wingName]
  if (!wing) return null
  const room = rest[0] ?? ''
  const storey = storeyOf(plan, wing, room, rest.length === 1)
  return {
    wing: wingName,
    room,
    storey,
    level: levelOf(plan, wing, storey, room),
    floor: wingName === 'server' && storey === 'room' ? floorOf(plan, path) : null,
    test: isTest(path),
  }
}

function storeyOf(plan: Plan, wing: Wing, room: string, isFile: boolean): Place['storey'] {
  if (isFile) return wing.loose.includes(room) ? 'loose' : 'unknown'
  if (wing.below.includes(room)) return 'below'
  if (plan.rooms.includes(room)) return 'room'
  return wing.above.includes(room) ? 'above' : 'unknown'
}

/** Below the rooms negative, the rooms from 0, above them from the number of rooms; so wings compare. */
function levelOf(plan: Plan, wing: Wing, storey: Place['storey'], room: string): number {
  if (storey === 'below') return wing.below.indexOf(room) - wing.below.length
  if (storey === 'room') return plan.rooms.indexOf(room)
  if (storey === 'above') return plan.rooms.length + wing.above.indexOf(room)
  return plan.rooms.length + wing.above.length
}

function floorOf(plan: Plan, path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const floor = plan.floors.find(one => one.files.some(pattern => fits(name, pattern)))
  return floor?.name ?? plan.floorOfOtherFiles
}
