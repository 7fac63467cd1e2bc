import type { Facts } from '#tools/house/facts.ts'
import { type Plan, placeOf } from '#tools/house/plan.ts'
import type { Breach } from '#tools/source/breach.ts'

/** What is wrong with a file by its name, its folder and its size. */
export function shapeFaultsOf(plan: Plan, facts: Facts): Breach[] {
  const faults = [...nameFaults(plan, facts), ...sizeFaults(plan, facts)]
  if (facts.error) faults.push({ line: facts.error.line, rule: 'syntax', what: facts.error.message })
  return faults.map(fault => ({ path: facts.path, ...fault }))
}

type Fault = Omit<Breach, 'path'>

function nameFaults(plan: Plan, facts: Facts): Fault[] {
  const faults: Fault[] = []
  const folders = facts.path.split('/').slice(0, -1)
  const vague = folders.find(folder => plan.folderNames.includes(folder))
  if (vague)
    faults.push({ line: 1, rule: 'folder', what: `'${vague}' says nothing: name the folder by its idea` })
  if (/(^|\/)index\.tsx?$/.test(facts.path) || facts.handsOnOnly) {
    faults.push({ line: 1, rule: 'barrel', what: 'hands on what others export: import from the file itself' })
  }
  const place = placeOf(plan, facts.path)
  if (place?.storey === 'unknown') {
    faults.push({
      line: 1,
      rule: 'room',
      what: `'${place.room}' is not in the plan of ${place.wing}: use one of its rooms or add it to house.json`,
    })
  }
  return faults
}

function sizeFaults(plan: Plan, facts: Facts): Fault[] {
  if (facts.generated) return []
  const { fileLines, functionLines, componentLines } = plan.limits
  const faults: Fault[] = facts.functions.flatMap(one => {
    const limit = one.component ? componentLines : functionLines
    if (one.lines <= limit) return []
    const what = `${one.name} has ${one.lines} lines, ${limit} are allowed: name a part of it`
    return [{ line: one.line, rule: 'long-function', what }]
  })
  if (facts.lines <= fileLines) return faults
  const what = `${facts.lines} lines, ${fileLines} are allowed: split it by idea`
  return [...faults, { line: fileLines + 1, rule: 'long-file', what }]
}
