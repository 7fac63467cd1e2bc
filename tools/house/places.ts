import type { Facts } from '#tools/house/facts.ts'
import type { Plan } from '#tools/house/plan.ts'
import type { UseFact } from '#tools/house/uses.ts'
import type { Breach } from '#tools/source/breach.ts'
import { fits, isTest } from '#tools/source/files.ts'

/** Things done in a file that only few places may do: connections, SQL, events, the time, chance and the world. */
export function misplacedIn(plan: Plan, facts: Facts): Breach[] {
  const connections = facts.imports.filter(
    one =>
      !one.typeOnly && one.specifier !== null && plan.connectionPackages.includes(packageOf(one.specifier)),
  )
  const breaches = facts.uses.flatMap(use => {
    const what = faultOf(plan, facts.path, use)
    return what === null ? [] : [{ path: facts.path, line: use.line, rule: use.kind, what }]
  })
  if (allowed(plan, 'connection', facts.path)) return breaches
  const what = 'only server/platform/db opens connections: take the transaction that you are given'
  return [
    ...breaches,
    ...connections.map(one => ({ path: facts.path, line: one.line, rule: 'connection', what })),
  ]
}

function packageOf(specifier: string): string {
  return specifier.split('/')[0] ?? specifier
}

function allowed(plan: Plan, thing: keyof Plan['only'], path: string): boolean {
  return plan.only[thing].some(pattern => fits(path, pattern))
}

function faultOf(plan: Plan, path: string, use: UseFact): string | null {
  const [wing = ''] = path.split('/')
  const ofTheHouse = plan.wings[wing] !== undefined && !isTest(path)
  switch (use.kind) {
    case 'sql':
      if (!ofTheHouse || allowed(plan, 'sql', path)) return null
      return `${use.detail} is SQL: move it to the room's store.ts, or to a list-, search- or find- file`
    case 'event':
      if (!ofTheHouse || !plan.eventTables.includes(use.detail) || allowed(plan, 'event', path)) return null
      return `only server/platform/events writes ${use.detail}: record the event through it`
    case 'clock':
      return allowed(plan, 'clock', path)
        ? null
        : `${use.detail} asks the time: take now as a value, from ctx.now()`
    case 'chance':
    case 'world':
      if (wing !== 'domain' || isTest(path)) return null
      return `${use.detail} is not pure: let the server give the value to the rule`
  }
}
