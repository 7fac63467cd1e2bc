import { afterAll, beforeAll, expect, test } from 'vitest'
import { receiveMail } from '#server/conversations/receive-mail.ts'
import { understandMail } from '#server/conversations/understand-mail.ts'
import { MailUnreadable } from '#server/platform/mail/reading-room.ts'
import { ask } from '#tests/givens/ask.ts'
import { givenChannel } from '#tests/givens/channel.ts'
import { type MailHouse, openMailHouse } from '#tests/givens/mail-house.ts'
import { rawMail } from '#tests/givens/raw-mail.ts'
import { messages, rawMails, recorded } from '#tests/givens/take-mail.ts'

let house: MailHouse
beforeAll(async () => {
  house = await openMailHouse()
})
afterAll(() => house.stop())

/** A mail that could not be read, in quarantine. */
async function givenQuarantined(
  subject: string,
  channelId = house.mail,
): Promise<{ id: string; raw: Buffer }> {
  const raw = rawMail({ subject, from: '"Eve" <eve@example.org>' })
  await receiveMail(house.ctx, {
    workspaceId: house.workspace.id,
    channelId,
    via: 'smtp',
    envelope: { from: 'eve@example.org', to: [], remote: null },
    raw,
  })
  const { id } = (await rawMails(house)).at(-1)!
  const reader = { ...house.reader, read: () => Promise.reject(new MailUnreadable('malformed', 'no end')) }
  await understandMail(house.ctx, reader, { workspaceId: house.workspace.id, id })
  await house.work()
  return { id, raw }
}

type Page = {
  items: { id: string; subject: string; from: string; reason: string; detail: string }[]
  next: string | null
}

test('B2 D5: whoever looks after the quarantine sees each mail with its reason, downloads it and lets it out', async () => {
  const { id, raw } = await givenQuarantined('=?utf-8?Q?P=C3=B6son?=')
  const page = await ask<Page>(house, 'Ada', 'GET', '/quarantine')
  expect(page.body.items).toContainEqual(
    expect.objectContaining({
      id,
      subject: 'Pöson',
      from: '"Eve" <eve@example.org>',
      reason: 'malformed',
      detail: 'no end',
    }),
  )
  expect((await ask(house, 'Ada', 'GET', '/inbox/counts')).body).toMatchObject({ quarantined: 1 })
  const download = await ask(house, 'Ada', 'GET', `/quarantine/${id}/raw`)
  expect(download.raw.equals(raw)).toBe(true)
  expect(download.headers['content-disposition']).toMatch(/^attachment/u)
  const before = (await messages(house)).length
  expect((await ask(house, 'Ada', 'POST', `/quarantine/${id}/retry`)).status).toBe(204)
  await house.work()
  expect(await messages(house)).toHaveLength(before + 1)
  expect((await ask<Page>(house, 'Ada', 'GET', '/quarantine')).body.items).toEqual([])
  expect((await recorded(house, 'mail.released')).at(-1)).toMatchObject({ channel_id: house.mail })
})

test('CV-19: what is let out of quarantine comes in now, where people look', async () => {
  const { id } = await givenQuarantined('late')
  const released = new Date(house.clock.now().getTime() + 24 * 60 * 60_000)
  house.clock.moveTo(released)
  await ask(house, 'Ada', 'POST', `/quarantine/${id}/retry`)
  await house.work()
  const [newest] = await messages(house)
  expect(newest!.ingested_at.getTime()).toBeGreaterThanOrEqual(released.getTime())
})

test('PR-13 PR-17: without the permission there is no quarantine, without the channel none of its mail', async () => {
  const { id } = await givenQuarantined('ours')
  expect((await ask(house, 'Bob', 'GET', '/quarantine')).body).toMatchObject({ code: 'NO_PERMISSION' })
  expect((await ask(house, 'Bob', 'GET', `/quarantine/${id}/raw`)).body).toMatchObject({
    code: 'NO_PERMISSION',
  })
  expect((await ask(house, 'Bob', 'GET', '/inbox/counts')).body).toMatchObject({ quarantined: 0 })
  const hidden = await givenChannel(house.ctx.database, house.workspace, {
    kind: 'email',
    name: 'Hidden',
    address: 'hidden@acme.example',
    access: { agent: 'full' },
  })
  const secret = await givenQuarantined('secret', hidden)
  await house.ctx.database.write(house.workspace.id, tx =>
    tx.q
      .updateTable('users')
      .set({ role: 'supervisor' })
      .where('workspace_id', '=', tx.workspaceId)
      .where('name', '=', 'Bob')
      .execute(),
  )
  const seen = (await ask<Page>(house, 'Bob', 'GET', '/quarantine')).body.items.map(item => item.subject)
  expect(seen).toContain('ours')
  expect(seen).not.toContain('secret')
  expect((await ask(house, 'Bob', 'POST', `/quarantine/${secret.id}/retry`)).body).toMatchObject({
    code: 'QUARANTINED_MAIL_NOT_FOUND',
  })
})
