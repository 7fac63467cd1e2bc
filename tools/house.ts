import { houseRules, inspectHouse } from '#tools/house/inspect.ts'
import { type Plan, readPlan } from '#tools/house/plan.ts'
import { type Breach, reportBreaches } from '#tools/source/breach.ts'
import { isTypeScript, readTree, repositoryRoot } from '#tools/source/files.ts'
import { styleRules } from '#tools/style/inspect.ts'

/** Exceptions in house.json that name a rule nobody checks. */
function strayExceptions(plan: Plan): Breach[] {
  const rules: readonly string[] = [...houseRules, ...styleRules]
  return plan.exceptions
    .filter(one => !rules.includes(one.rule))
    .map(one => ({ path: 'house.json', line: 1, rule: 'exception', what: `no rule is called '${one.rule}'` }))
}

const plan = readPlan(repositoryRoot)
const files = readTree(repositoryRoot, isTypeScript)
reportBreaches(
  [...inspectHouse(plan, files), ...strayExceptions(plan)],
  `The house stands: ${files.length} files keep to the plan.`,
)
