import { afterAll, beforeAll, expect, test } from 'vitest'
import { corpusMails, corpusMissing, ownSamples } from '#tests/faults/mail-corpus.ts'
import { ask } from '#tests/givens/ask.ts'
import { type MailHouse, openMailHouse } from '#tests/givens/mail-house.ts'
import { messages, rawMails } from '#tests/givens/take-mail.ts'
import { receiveMail } from './receive-mail.ts'

let house: MailHouse
beforeAll(async () => {
  house = await openMailHouse()
})
afterAll(() => house.stop())

const collection = corpusMails()
if (collection.length === 0) console.log(`H1 is proven with our own samples only: ${corpusMissing}`)

type Page = { items: { id: string }[]; next: string | null }

async function pagesOf(path: string): Promise<string[]> {
  const found: string[] = []
  for (let after = ''; ; ) {
    const { body, status } = await ask<Page>(house, 'Ada', 'GET', `${path}?limit=100${after}`)
    expect(status).toBe(200)
    found.push(...body.items.map(item => item.id))
    if (body.next === null) return found
    after = `&after=${body.next}`
  }
}

test('H1 B2: every real mail is a message in the inbox or lies in quarantine, and can be opened', {
  timeout: 300_000,
}, async () => {
  for (const mail of [...collection, ...ownSamples]) {
    await receiveMail(house.ctx, {
      workspaceId: house.workspace.id,
      channelId: house.mail,
      via: 'smtp',
      envelope: { from: 'somebody@example.org', to: ['support@acme.example'], remote: null },
      raw: mail.raw,
    })
  }
  await house.work()
  const raws = await rawMails(house)
  expect(raws.filter(raw => raw.state === 'received')).toEqual([])
  const inbox = await pagesOf('/inbox/messages')
  const quarantine = await pagesOf('/quarantine')
  expect(inbox.length + quarantine.length).toBe(raws.length)
  expect(new Set(inbox)).toEqual(new Set((await messages(house)).map(message => message.id)))
  for (const id of inbox.filter((_, index) => index % 20 === 0)) {
    const shown = await ask<{ hasHtml: boolean }>(house, 'Ada', 'GET', `/messages/${id}`)
    expect(shown.status).toBe(200)
    if (shown.body.hasHtml) expect((await ask(house, 'Ada', 'GET', `/messages/${id}/frame`)).status).toBe(200)
  }
})
