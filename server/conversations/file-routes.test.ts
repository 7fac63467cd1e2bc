import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask } from '#tests/givens/ask.ts'
import { givenChannel } from '#tests/givens/channel.ts'
import { type MailHouse, openMailHouse, publicUrl } from '#tests/givens/mail-house.ts'
import { mixedMail } from '#tests/givens/raw-mail.ts'
import { takeMail } from '#tests/givens/take-mail.ts'

let house: MailHouse
beforeAll(async () => {
  house = await openMailHouse()
})
afterAll(() => house.stop())

const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>').toString(
  'base64',
)

const html = [
  '<p>see <img src="cid:pic@x"><img src="cid:drawing@x"></p>',
  '<img src="https://tracker.example/pixel.gif"><script>alert(1)</script>',
  '<img src="https://docket.acme.example/api/auth/sign-out"><form action="/api/v1/cases"><input name=x></form>',
].join('')

const part = (headers: string[], body: string) => [...headers, '', body, ''].join('\r\n')
const base64 = 'Content-Transfer-Encoding: base64'

const formatted = () =>
  mixedMail({}, [
    part(['Content-Type: text/html; charset=utf-8'], html),
    part(
      [
        'Content-Type: image/png; name="pic.png"',
        'Content-ID: <pic@x>',
        'Content-Disposition: inline',
        base64,
      ],
      png,
    ),
    part(
      [
        'Content-Type: image/svg+xml; name="d.svg"',
        'Content-ID: <drawing@x>',
        'Content-Disposition: inline',
        base64,
      ],
      svg,
    ),
    part(
      ['Content-Type: text/html; name="..\\\\..\\\\page.html"', 'Content-Disposition: attachment', base64],
      svg,
    ),
  ])

type Shown = {
  hasHtml: boolean
  remoteImages: number
  files: { id: string; name: string; mediaType: string; url: string; inline: boolean }[]
}

async function givenFormatted(channel?: string) {
  const taken = await takeMail(house, formatted(), channel ? { channel } : {})
  const shown = await ask<Shown>(house, 'Ada', 'GET', `/messages/${taken.id}`)
  return { id: taken.id, shown: shown.body }
}

const frame = (name: string, id: string, query = '') =>
  ask<string>(house, name, 'GET', `/messages/${id}/frame${query}`)

test('F1 F2 F3: files are downloads of a kept name and a believed type, whatever they were called', async () => {
  const { shown } = await givenFormatted()
  expect(shown.files).toHaveLength(3)
  const page = shown.files.find(file => !file.inline)!
  expect(page.name).not.toMatch(/[\\/]/u)
  const answer = await ask<string>(house, 'Ada', 'GET', page.url.replace('/api/v1', ''))
  expect(answer.status).toBe(200)
  expect(answer.raw.toString()).toContain('<svg')
  expect(answer.headers).toMatchObject({
    'content-type': 'application/octet-stream',
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
    'content-disposition': expect.stringMatching(/^attachment; filename="/u),
    'content-security-policy': expect.stringContaining('sandbox'),
  })
})

test('H6 H7: the frame runs and loads nothing of the sender’s, and never calls us with the reader’s rights', async () => {
  const { id, shown } = await givenFormatted()
  expect(shown).toMatchObject({ hasHtml: true, remoteImages: 2 })
  const { body, headers, status } = await frame('Ada', id)
  expect(status).toBe(200)
  expect(body).not.toContain('alert(1)')
  expect(body).not.toContain('<form')
  expect(body).not.toMatch(/ src="https:\/\/(tracker|docket\.acme\.example\/api\/auth)/u)
  const policy = String(headers['content-security-policy'])
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain('sandbox')
  expect(policy).not.toContain('https:;')
  expect(policy).not.toMatch(/img-src[^;]* https:( |;|$)/u)
  expect(headers['cache-control']).toContain('no-store')
})

test('H6 H7: asked for, pictures of other machines come, but never from our own host', async () => {
  const { id } = await givenFormatted()
  const { body, headers } = await frame('Ada', id, '?images=1')
  expect(body).toContain(' src="https://tracker.example/pixel.gif"')
  expect(body).not.toContain(' src="https://docket.acme.example/api/auth')
  expect(String(headers['content-security-policy'])).toMatch(/img-src[^;]* https:/u)
})

const ticketIn = (body: string) =>
  /src="https:\/\/docket\.acme\.example(\/api\/v1\/files\/[^"]+)"/u.exec(body)![1]!

const open = (path: string) => house.http.inject({ method: 'GET', url: path })

test('F1 F6: a picture in the message is shown by an address for five minutes, a drawing that could run is not', async () => {
  const { id } = await givenFormatted()
  const { body } = await frame('Ada', id)
  expect(body.match(/\/shown\//gu)).toHaveLength(1)
  const path = ticketIn(body)
  const picture = await open(path)
  expect(picture.statusCode).toBe(200)
  expect(picture.headers).toMatchObject({
    'content-type': 'image/png',
    'content-disposition': 'inline',
    'x-content-type-options': 'nosniff',
  })
  house.clock.moveTo(new Date(house.clock.now().getTime() + 5 * 60_000 + 1_000))
  expect((await open(path)).statusCode).toBe(404)
})

test('F6: an address counts for its own file and as it was made, and for nothing else', async () => {
  const { id, shown } = await givenFormatted()
  const path = ticketIn((await frame('Ada', id)).body)
  const [, fileId, ticket] = /\/files\/([^/]+)\/shown\/(.+)$/u.exec(path)!
  const [workspaceId, userId, until, signature] = ticket!.split('.')
  const other = shown.files.find(file => file.id !== fileId)!.id
  const forged = [
    `/api/v1/files/${other}/shown/${ticket}`,
    `/api/v1/files/${fileId}/shown/${workspaceId}.${userId}.${Number(until) + 60_000}.${signature}`,
    `/api/v1/files/${fileId}/shown/${workspaceId}.${workspaceId}.${until}.${signature}`,
    `/api/v1/files/${fileId}/shown/${workspaceId}.${userId}.${until}.${'A'.repeat(22)}`,
    `/api/v1/files/${fileId}/shown/nonsense`,
  ]
  for (const address of forged) expect((await open(address)).statusCode).toBe(404)
  expect((await open(`/api/v1/files/${fileId}`)).statusCode).toBe(401)
})

test('FL-04 PR-17: files, frames and raw mail are readable where the message is, and nowhere else', async () => {
  const board = await givenChannel(house.ctx.database, house.workspace, {
    kind: 'email',
    name: 'Board',
    address: 'board@acme.example',
    access: { supervisor: 'full' },
  })
  const { id, shown } = await givenFormatted(board)
  expect((await ask(house, 'Bob', 'GET', `/files/${shown.files[0]!.id}`)).body).toMatchObject({
    code: 'FILE_NOT_FOUND',
  })
  expect((await frame('Bob', id)).status).toBe(404)
  expect((await ask(house, 'Bob', 'GET', `/messages/${id}/raw`)).status).toBe(404)
})

test('B2: a message can be downloaded exactly as it came', async () => {
  const raw = formatted()
  const taken = await takeMail(house, raw)
  const answer = await ask(house, 'Ada', 'GET', `/messages/${taken.id}/raw`)
  expect(answer.raw.equals(raw)).toBe(true)
  expect(answer.headers).toMatchObject({
    'content-type': 'message/rfc822',
    'content-disposition': expect.stringContaining('.eml'),
    'x-content-type-options': 'nosniff',
  })
})

test('U7: while the file store is away, a file is an error that says so', async () => {
  const { shown } = await givenFormatted()
  const row = shown.files[0]!
  const { storage_key: key } = await house.ctx.database.read(house.workspace.id, tx =>
    tx.q
      .selectFrom('files')
      .select('storage_key')
      .where('workspace_id', '=', tx.workspaceId)
      .where('id', '=', row.id)
      .executeTakeFirstOrThrow(),
  )
  await house.ctx.files.remove(key)
  const answer = await ask<{ code: string }>(house, 'Ada', 'GET', `/files/${row.id}`)
  expect(answer.body.code).toBe('FILE_UNAVAILABLE')
})

test('H15: addresses come from our own settings, not from the request', async () => {
  const { id } = await givenFormatted()
  const { body } = await ask<string>(house, 'Ada', 'GET', `/messages/${id}/frame`, undefined, {
    host: 'evil.example',
    'x-forwarded-host': 'evil.example',
  })
  expect(body).not.toContain('evil.example')
  expect(body).toContain(publicUrl)
})
