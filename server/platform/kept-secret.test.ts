import { execFile } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { makeFolder } from '#tests/harness/postgres-owner.ts'

const place = makeFolder()
afterAll(() => place.remove())

test('processes that make a secret at once all get the same one, and nothing else is left behind', async () => {
  const module = fileURLToPath(import.meta.resolve('#server/platform/kept-secret.ts'))
  const path = join(place.path, 'secrets', 'session')
  const program = `import { keepSecret } from ${JSON.stringify(module)}; console.log(keepSecret(${JSON.stringify(path)}).secret)`
  const run = () => promisify(execFile)(process.execPath, ['--input-type=module', '-e', program])
  const outputs = await Promise.all([run(), run(), run(), run()])
  expect(new Set(outputs.map(output => output.stdout)).size).toBe(1)
  expect(readdirSync(join(place.path, 'secrets'))).toEqual(['session'])
})
