import { connect } from 'node:net'
import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenChannel } from '#tests/givens/channel.ts'
import { type MailHouse, openMailHouse } from '#tests/givens/mail-house.ts'
import { rawMail } from '#tests/givens/raw-mail.ts'
import { messages, rawMails } from '#tests/givens/take-mail.ts'
import { openSmtpDoor, type SmtpDoor, type SmtpDoorOptions } from './smtp-door.ts'

let house: MailHouse
let door: SmtpDoor
beforeAll(async () => {
  house = await openMailHouse()
  await givenChannel(house.ctx.database, house.workspace, {
    kind: 'email',
    name: 'Sales',
    address: 'sales@acme.example',
  })
  door = await openSmtpDoor(house.ctx, { host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  await door.stop()
  await house.stop()
})

type Sent = { from?: string; to: string[]; raw: Buffer }

/** What a mail server hears from us when it brings a mail. */
async function bring(mail: Sent, port = door.port): Promise<string> {
  const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true })
  try {
    const envelope = { from: mail.from ?? 'ada@example.org', to: mail.to }
    const info = await transport.sendMail({ envelope, raw: mail.raw })
    return info.response
  } catch (error) {
    return (error as { response?: string }).response ?? String(error)
  } finally {
    transport.close()
  }
}

async function withDoor(
  options: Partial<SmtpDoorOptions>,
  use: (port: number) => Promise<void>,
  ctx = house.ctx,
) {
  const other = await openSmtpDoor(ctx, { host: '127.0.0.1', port: 0, ...options })
  try {
    await use(other.port)
  } finally {
    await other.stop()
  }
}

test('B1: mail for a channel is answered with 250 once it is stored, with its envelope', async () => {
  const raw = rawMail({ text: 'by the door' })
  expect(await bring({ to: ['support@acme.example'], raw })).toMatch(/^250/u)
  const stored = (await rawMails(house)).at(-1)!
  expect(stored).toMatchObject({ channel_id: house.mail, state: 'received', size: raw.length })
  expect(stored.envelope).toMatchObject({
    from: 'ada@example.org',
    to: ['support@acme.example'],
    remote: '127.0.0.1',
  })
  await house.work()
  expect((await messages(house))[0]!.text).toContain('by the door')
})

test('I4: the same mail brought again is answered with 250 and stored once', async () => {
  const raw = rawMail({ text: 'twice' })
  const before = (await rawMails(house)).length
  expect(await bring({ to: ['support@acme.example'], raw })).toMatch(/^250/u)
  expect(await bring({ to: ['support@acme.example'], raw })).toMatch(/^250/u)
  expect(await rawMails(house)).toHaveLength(before + 1)
})

test('B8: no relay: mail for anybody else is refused for good', async () => {
  const before = (await rawMails(house)).length
  expect(await bring({ to: ['victim@elsewhere.example'], raw: rawMail() })).toMatch(/^550/u)
  expect(await bring({ to: ['support@acme.example@evil.example'], raw: rawMail() })).toMatch(/^5/u)
  expect(await rawMails(house)).toHaveLength(before)
})

test('I3: one mail to two channels is stored once in each, however many addresses name them', async () => {
  const before = (await rawMails(house)).length
  const to = ['support@acme.example', 'support+x@acme.example', 'SALES@acme.example']
  expect(await bring({ to, raw: rawMail() })).toMatch(/^250/u)
  const stored = (await rawMails(house)).slice(before)
  expect(stored).toHaveLength(2)
  expect(stored[0]!.envelope).toMatchObject({ to: ['support@acme.example', 'support+x@acme.example'] })
})

test('L2: mail with a null sender is taken', async () => {
  expect(await bring({ from: '', to: ['support@acme.example'], raw: rawMail() })).toMatch(/^250/u)
  expect((await rawMails(house)).at(-1)!.envelope).toMatchObject({ from: '' })
})

test('C3: while the database does not answer, mail stays with its sender', async () => {
  const { database } = house.ctx
  const away = { ...house.ctx, database: { ...database, write: () => Promise.reject(new Error('away')) } }
  await withDoor(
    {},
    async port =>
      expect(await bring({ to: ['support@acme.example'], raw: rawMail() }, port)).toMatch(/^451/u),
    away as typeof house.ctx,
  )
})

test('D6: mail beyond the limit is refused and forgotten, the next one is taken', async () => {
  await withDoor({ limits: { messageBytes: 50_000 } }, async port => {
    const large = rawMail({ text: 'x\r\n'.repeat(30_000) })
    const before = (await rawMails(house)).length
    expect(await bring({ to: ['support@acme.example'], raw: large }, port)).toMatch(/^552|larger than/u)
    expect(await rawMails(house)).toHaveLength(before)
    expect(await bring({ to: ['support@acme.example'], raw: rawMail() }, port)).toMatch(/^250/u)
  })
})

test('D6: more at once than there is memory for is put off, not taken', async () => {
  await withDoor({ limits: { bytesAtOnce: 20_000 } }, async port => {
    const large = rawMail({ text: 'x\r\n'.repeat(30_000) })
    expect(await bring({ to: ['support@acme.example'], raw: large }, port)).toMatch(/^452/u)
    expect(await bring({ to: ['support@acme.example'], raw: rawMail() }, port)).toMatch(/^250/u)
  })
})

test('D6: too many recipients and too many connections are put off', async () => {
  await withDoor({ limits: { recipients: 2, clientsOfOneAddress: 1 } }, async port => {
    const to = ['support@acme.example', 'sales@acme.example', 'support+y@acme.example']
    const before = (await rawMails(house)).length
    expect(await bring({ to, raw: rawMail() }, port)).toMatch(/^250/u)
    expect((await rawMails(house)).slice(before)).toHaveLength(2)
    const first = connect(port, '127.0.0.1')
    const greeted = new Promise(resolve => first.once('data', resolve))
    await greeted
    expect(await bring({ to: ['support@acme.example'], raw: rawMail() }, port)).toMatch(/^421/u)
    first.destroy()
  })
})
