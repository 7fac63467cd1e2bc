import { queryOnce } from '#tests/harness/query-once.ts'
import type { Known } from './scenarios.ts'

/** Looks up in a seeded workspace what the requests are made from. */
export async function findKnown(
  ownerUrl: string,
  serverUrl: string,
  tokens: Known['tokens'],
): Promise<Known> {
  const ids = async (text: string) => (await queryOnce(ownerUrl, text)).map(row => String(row.id))
  const numbers = async (text: string) => (await queryOnce(ownerUrl, text)).map(row => Number(row.number))
  const page = (token: string, path: string) => readPage(serverUrl, token, path)
  const [teams, people, channels] = await Promise.all([
    ids(`select id from teams where name like 'Team %' order by id`),
    ids(`select id from users where role = 'agent' order by id limit 40`),
    ids(`select id from channels where kind = 'email' order by id`),
  ])
  const [allCases, openCases] = await Promise.all([
    numbers('select number from cases tablesample bernoulli (10) order by hashint4(number) limit 100'),
    numbers(`select c.number from cases c join channels h on h.workspace_id = c.workspace_id and h.id = c.channel_id
      where h.kind = 'email' and c.conversation_id is not null and c.status in ('open', 'waiting') order by hashint4(c.number) limit 200`),
  ])
  const seen = await page(tokens.agent, '/cases?limit=50')
  return {
    tokens,
    teams,
    people,
    channels,
    allCases,
    openCases,
    agentCases: seen.items.map(item => item.number!),
    casesNext: (await page(tokens.supervisor, '/cases')).next,
    inboxNext: (await page(tokens.supervisor, '/inbox/messages')).next,
    words: await someWords(ownerUrl),
  }
}

async function readPage(serverUrl: string, token: string, path: string) {
  const answer = await fetch(`${serverUrl}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } })
  if (!answer.ok) throw new Error(`GET ${path} answered ${answer.status}: ${await answer.text()}`)
  return (await answer.json()) as { items: { number?: number }[]; next: string | null }
}

/** What people look for: a word of a subject, two of them, a customer, an address, a very common word. */
async function someWords(ownerUrl: string): Promise<string[]> {
  const rows = await queryOnce(
    ownerUrl,
    `select c.subject, u.name, u.email from cases c join customers u on u.workspace_id = c.workspace_id and u.id = c.customer_id
     where c.number in (17, 1234, 2345, 3456)`,
  )
  const found = rows.flatMap(({ subject, name, email }) => {
    const words = String(subject)
      .split(' ')
      .toSorted((one, other) => other.length - one.length)
    return [words[0]!, words.slice(0, 2).join(' '), String(name), String(email)]
  })
  return [...found, 'invoice refund', 'payment']
}
