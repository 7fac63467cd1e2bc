import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import { createTransport, type SendMailOptions } from 'nodemailer'
import { type Colleague, givenColleague } from '#tests/givens/colleague.ts'
import { type Product, startProduct } from '#tests/harness/product.ts'

/** The made-up company of the journeys: an owner, two agents, a mailbox and a desk. */
export type House = {
  product: Product
  owner: { email: string; password: string }
  ada: Colleague
  bob: Colleague
  /** Team Care, in which Ada and Bob are. */
  care: string
  /** Ids of the channels. */
  mailbox: string
  desk: string
  /** Sends a mail to the mailbox, as a customer would, and waits until it is in the inbox. */
  mail(wish: SendMailOptions): Promise<{ id: string; conversationId: string }>
  /** Opens a case by hand as the owner; its number. */
  openCase(wish?: object): Promise<number>
}

type Signed = { as: (who: 'owner' | 'ada' | 'bob') => Promise<Page> }

/** Tests that get a running house (one per worker), and pages in which somebody is signed in. */
export const test = base.extend<Signed, { house: House }>({
  house: [
    async ({ browserName: _ }, use) => {
      const product = await startProduct()
      await use(await furnish(product))
      await product.stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  as: async ({ browser, house }, use) => {
    const open: BrowserContext[] = []
    await use(async who => {
      const person = who === 'owner' ? house.owner : house[who]
      const context = await browser.newContext({ baseURL: house.product.url })
      open.push(context)
      await context.addCookies(await cookiesOf(house, person))
      return context.newPage()
    })
    for (const context of open) await context.close()
  },
})

export { expect }

async function furnish(product: Product): Promise<House> {
  const ada = await givenColleague(product, 'Ada', 'agent')
  const bob = await givenColleague(product, 'Bob', 'agent')
  const made = async (path: string, body: object) =>
    (await product.call('POST', path, body)).body.id as string
  const care = await made('/teams', { name: 'Care', memberIds: [ada.id, bob.id] })
  const mailbox = await made('/channels', {
    kind: 'email',
    name: 'Support mail',
    address: 'support@acme.example',
  })
  const channels = (await product.call('GET', '/channels')).body.items as { id: string; kind: string }[]
  const desk = channels.find(channel => channel.kind === 'desk')!.id
  return {
    product,
    owner: { email: 'olga@acme.example', password: 'a-long-enough-password' },
    ...{ ada, bob, care, mailbox, desk },
    mail: wish => send(product, wish),
    openCase: async (wish = {}) => {
      const body = { channelId: desk, subject: 'The kettle leaks', teamId: care, ...wish }
      return (await product.call('POST', '/cases', body)).body.number
    },
  }
}

async function send(
  product: Product,
  wish: SendMailOptions,
): Promise<{ id: string; conversationId: string }> {
  const door = createTransport({ host: '127.0.0.1', port: product.smtpPort, secure: false, ignoreTLS: true })
  await door.sendMail({ from: 'Hannah Weiss <hannah@customer.example>', to: 'support@acme.example', ...wish })
  door.close()
  let found: { id: string; conversationId: string } | undefined
  await expect(async () => {
    const rows = (await product.call('GET', '/inbox/messages?completed=any')).body.items
    const row = rows.find((one: { subject: string }) => one.subject === wish.subject)
    expect(row).toBeTruthy()
    found = { id: row.id, conversationId: row.conversation.id }
  }).toPass({ timeout: 20_000 })
  return found!
}

const signedIn = new Map<string, Parameters<BrowserContext['addCookies']>[0]>()

/** Signs a person in through the door once, and keeps the cookies for further pages. */
async function cookiesOf(house: House, person: { email: string; password: string }) {
  const { url } = house.product
  const known = signedIn.get(url + person.email)
  if (known) return known
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email: person.email, password: person.password }),
  })
  if (!answer.ok) throw new Error(await answer.text())
  const cookies = answer.headers.getSetCookie().map(line => {
    const [name, value] = line.split(';')[0]!.split(/=(.*)/s) as [string, string]
    return { name, value, url, httpOnly: true }
  })
  signedIn.set(url + person.email, cookies)
  return cookies
}
