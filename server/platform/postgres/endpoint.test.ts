import { join } from 'node:path'
import fc from 'fast-check'
import pg from 'pg'
import { expect, test } from 'vitest'
import { hostsOf } from '#server/platform/db/hosts.ts'
import { chooseEndpoint, urlOf } from '#server/platform/postgres/endpoint.ts'

test('the socket is chosen up to the longest path the kernel holds, a port beyond', async () => {
  const longest = process.platform === 'darwin' ? 103 : 107
  const room = longest - Buffer.byteLength(join('/', '.s.PGSQL.5432')) - 1
  expect(await chooseEndpoint(`/${'a'.repeat(room)}`)).toEqual({
    kind: 'socket',
    folder: `/${'a'.repeat(room)}`,
  })
  expect(await chooseEndpoint(`/${'a'.repeat(room + 1)}`)).toMatchObject({ kind: 'port' })
  expect(await chooseEndpoint(`/${'ü'.repeat(room / 2)}`)).toMatchObject({ kind: 'socket' })
  expect(await chooseEndpoint(`/${'ü'.repeat(room / 2 + 1)}`)).toMatchObject({ kind: 'port' })
})

test('whatever the folder is called, every reader of the address finds it', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', minLength: 1 }),
      fc.string({ minLength: 1 }),
      (name, password) => {
        const folder = `/data/${name}`
        const url = urlOf({ kind: 'socket', folder }, 'docket_app', password)
        const client = new pg.Client({ connectionString: url })
        expect(client).toMatchObject({ host: folder, user: 'docket_app', password, database: 'docket' })
        expect(hostsOf(url)).toEqual([{ host: folder, port: 5432 }])
        expect(URL.canParse(url)).toBe(true)
      },
    ),
  )
})
