import type { Facts } from '#tools/house/facts.ts'
import { type ImportFact, resolveSpecifier } from '#tools/house/imports.ts'
import { type Place, type Plan, placeOf } from '#tools/house/plan.ts'
import type { Breach } from '#tools/source/breach.ts'
import { isTest } from '#tools/source/files.ts'

type Fault = Pick<Breach, 'rule' | 'what'> | null

/** Imports that climb, cross a closed wall or come from outside where nothing may. */
export function climbsIn(plan: Plan, facts: Facts): Breach[] {
  return facts.imports.flatMap(one => {
    const fault = faultOf(plan, facts.path, one)
    return fault ? [{ path: facts.path, line: one.line, ...fault }] : []
  })
}

function faultOf(plan: Plan, path: string, one: ImportFact): Fault {
  const from = placeOf(plan, path)
  if (one.specifier === null) return from ? computedPath : null
  const target = resolveSpecifier(path, one.specifier)
  if (target === null) return from && !from.test ? packageFault(plan, from, one.specifier) : null
  return relativeFault(path, one.specifier) ?? wingFault(plan, path, target) ?? roomFault(plan, from, target)
}

const computedPath: Fault = {
  rule: 'computed',
  what: 'a dynamic import with a computed path cannot be checked: write the path out',
}

function relativeFault(path: string, specifier: string): Fault {
  if (!path.includes('/') || !specifier.startsWith('.') || !specifier.includes('..')) return null
  return { rule: 'relative', what: `'${specifier}' leaves its folder: write it from the root, as #wing/…` }
}

function packageFault(plan: Plan, from: Place, specifier: string): Fault {
  const wing = plan.wings[from.wing]
  if (!wing || from.room.endsWith('.config.ts')) return null
  if (specifier.startsWith('node:') && !wing.node) {
    return { rule: 'package', what: `${from.wing} knows no ${specifier}: ${wing.meeting}` }
  }
  const name = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
  if (wing.packages === null || wing.packages.includes(name)) return null
  return {
    rule: 'package',
    what: `${from.wing} stands on ${wing.packages.join(', ')} alone, not on ${specifier}`,
  }
}

function wingFault(plan: Plan, path: string, target: string): Fault {
  const [from = ''] = path.split('/')
  const [to = ''] = target.split('/')
  const open = plan.wings[from]?.imports ?? plan.outbuildings[from]
  if (!open || open.includes(to) || (isTest(path) && to === 'tests')) return null
  if (!plan.wings[to] && !plan.outbuildings[to]) return null
  return { rule: 'wing', what: `${from} never imports ${to}: ${plan.wings[from]?.meeting ?? 'move it'}` }
}

function roomFault(plan: Plan, from: Place | null, target: string): Fault {
  const to = placeOf(plan, target)
  if (!from || !to || from.test || from.storey === 'unknown' || to.storey === 'unknown') return null
  if (to.test) return importsTest
  if (from.wing === to.wing && from.room === to.room) return floorFault(plan, from, to)
  return apartFault(plan, from, to) ?? climbFault(plan, from, to) ?? doorFault(plan, from, to)
}

const importsTest: Fault = { rule: 'wing', what: 'only tests import tests: move what is shared to tests/' }

function apartFault(plan: Plan, from: Place, to: Place): Fault {
  if (!plan.wings[from.wing]?.roomsApart || from.wing !== to.wing) return null
  if (from.storey !== 'room' || to.storey !== 'room') return null
  const above = plan.wings[from.wing]?.above[0] ?? 'above'
  return {
    rule: 'climb',
    what: `rooms of ${from.wing} never import each other: let ${from.wing}/${above} join ${from.room} and ${to.room}`,
  }
}

/** The domain is the ground floor: only rooms of the server, which repeat its rooms, keep their order towards it. */
function climbFault(plan: Plan, from: Place, to: Place): Fault {
  if (from.wing !== to.wing && (plan.wings[from.wing]?.roomsApart || from.storey !== 'room')) return null
  if (to.level <= from.level || opensStoreOf(plan, from, to)) return null
  return {
    rule: 'climb',
    what: `${from.room} may not import ${to.room}, which stands above it: move the shared part down or send an event up`,
  }
}

/** Reports read every table, also those of rooms above them. */
function opensStoreOf(plan: Plan, from: Place, to: Place): boolean {
  const open = from.wing === to.wing && from.storey === 'room' ? plan.openToRoom[from.room] : undefined
  return to.floor === 'store' && (open?.includes('store') ?? false)
}

function doorFault(plan: Plan, from: Place, to: Place): Fault {
  if (to.floor === null || from.wing !== to.wing) return null
  const open = from.storey === 'room' ? (plan.openToRoom[from.room] ?? plan.openToRooms) : plan.openToRoof
  if (open.includes(to.floor)) return null
  return {
    rule: 'door',
    what: `${from.room} may use only ${open.join(', ')} of ${to.room}, not its ${to.floor}`,
  }
}

function floorFault(plan: Plan, from: Place, to: Place): Fault {
  if (from.floor === null || to.floor === null) return null
  if (plan.floorOrder.indexOf(to.floor) <= plan.floorOrder.indexOf(from.floor)) return null
  return {
    rule: 'floor',
    what: `${from.floor} stands below ${to.floor} (${plan.floorOrder.join(' → ')}): turn the import round`,
  }
}
