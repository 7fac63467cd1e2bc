import { readPlan } from '#tools/house/plan.ts'
import { reportBreaches } from '#tools/source/breach.ts'
import { readTree, repositoryRoot } from '#tools/source/files.ts'
import { inspectStyle, isText } from '#tools/style/inspect.ts'

const files = readTree(repositoryRoot, isText)
const breaches = inspectStyle(readPlan(repositoryRoot).exceptions, files)
reportBreaches(breaches, `The style rules hold in ${files.length} files.`)
