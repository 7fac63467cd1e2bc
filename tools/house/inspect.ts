import { climbsIn } from '#tools/house/climbs.ts'
import { factsOf } from '#tools/house/facts.ts'
import { misplacedIn } from '#tools/house/places.ts'
import type { Plan } from '#tools/house/plan.ts'
import { ringsIn } from '#tools/house/rings.ts'
import { shapeFaultsOf } from '#tools/house/shape.ts'
import { type Breach, withoutExceptions } from '#tools/source/breach.ts'
import type { SourceFile } from '#tools/source/files.ts'

/** The names of the rules that `inspectHouse` checks. */
export const houseRules = [
  'barrel',
  'chance',
  'climb',
  'clock',
  'computed',
  'connection',
  'door',
  'event',
  'floor',
  'folder',
  'long-file',
  'long-function',
  'package',
  'relative',
  'ring',
  'room',
  'sql',
  'syntax',
  'wing',
  'world',
] as const

/** Every breach of the plan in the given files; what house.json excepts with a reason is left out. */
export function inspectHouse(plan: Plan, files: readonly SourceFile[]): Breach[] {
  const facts = files.map(factsOf)
  const breaches = [
    ...facts.flatMap(file => [
      ...climbsIn(plan, file),
      ...shapeFaultsOf(plan, file),
      ...misplacedIn(plan, file),
    ]),
    ...ringsIn(facts),
  ]
  return withoutExceptions(breaches, plan.exceptions, houseRules, new Set(files.map(file => file.path)))
}
