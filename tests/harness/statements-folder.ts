import { join } from 'node:path'

/** Where the tests leave the statements they ran, one file per test file; tools/statements.ts reads them. */
export const statementsFolder = join(import.meta.dirname, '../../node_modules/.cache/docket/statements')
