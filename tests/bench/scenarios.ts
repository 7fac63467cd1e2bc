import type { Request } from './load.ts'
import { randomFrom } from './words.ts'

/** What is measured side by side, in the order of the table. */
export const scenarioNames = ['list', 'case', 'inbox', 'counts', 'search', 'create', 'reply'] as const
/** Everything that can be asked for: mail coming in has nothing to stand beside. */
export const allNames = [...scenarioNames, 'mail'] as const
export type ScenarioName = (typeof scenarioNames)[number]

export type Scenario = {
  readonly name: ScenarioName
  readonly title: string
  /** Requests of different people for different things, sent in turn. */
  readonly requests: readonly Request[]
}

/** What the requests are made from. */
export type Known = {
  /** An agent, who sees the cases of their own and of their teams, and a supervisor, who sees all. */
  readonly tokens: { readonly agent: string; readonly supervisor: string }
  readonly teams: readonly string[]
  readonly people: readonly string[]
  readonly channels: readonly string[]
  /** Case numbers: that the agent may see, of all times, and at work with a customer to answer. */
  readonly agentCases: readonly number[]
  readonly allCases: readonly number[]
  readonly openCases: readonly number[]
  /** Cursors of second pages. */
  readonly casesNext: string | null
  readonly inboxNext: string | null
  readonly words: readonly string[]
}

type Who = keyof Known['tokens']

/** The requests of every scenario. */
export function scenariosOf(known: Known): Scenario[] {
  const get = (who: Who, path: string): Request => ({
    method: 'GET',
    path: `/api/v1${path}`,
    headers: headersOf(known, who),
  })
  const post = (who: Who, path: string, body: object): Request => ({
    method: 'POST',
    path: `/api/v1${path}`,
    headers: { ...headersOf(known, who), 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const both = (paths: readonly string[]) =>
    paths.flatMap(path => [get('agent', path), get('supervisor', path)])
  return [
    { name: 'list', title: 'Case list', requests: both(listPaths(known)) },
    { name: 'case', title: 'Case page (case, timeline)', requests: casePages(known, get) },
    { name: 'inbox', title: 'Inbox page', requests: both(inboxPaths(known)) },
    {
      name: 'counts',
      title: 'Counters',
      requests: both(['/cases/counts', '/cases/counts?view=mine', '/inbox/counts']),
    },
    {
      name: 'search',
      title: 'Search by words',
      requests: both(known.words.map(word => `/cases?q=${encodeURIComponent(word)}`)),
    },
    { name: 'create', title: 'Create case', requests: creations(known, post) },
    {
      name: 'reply',
      title: 'Reply',
      requests: known.openCases.map(number =>
        post('supervisor', `/cases/${number}/replies`, { text: replyText }),
      ),
    },
  ]
}

function headersOf(known: Known, who: Who): Record<string, string> {
  return { authorization: `Bearer ${known.tokens[who]}` }
}

function listPaths({ teams, people, channels, casesNext }: Known): string[] {
  return [
    '/cases',
    '/cases?view=mine&bucket=active',
    '/cases?bucket=open',
    '/cases?view=unassigned&bucket=open',
    '/cases?status=waiting',
    '/cases?bucket=closed&sort=-updated',
    '/cases?sort=-created',
    '/cases?view=queue',
    ...(casesNext ? [`/cases?after=${encodeURIComponent(casesNext)}`] : []),
    ...teams.slice(0, 6).map(id => `/cases?team=${id}&bucket=open`),
    ...people.slice(0, 6).map(id => `/cases?assignee=${id}`),
    ...channels.slice(0, 4).map(id => `/cases?channel=${id}&bucket=active`),
  ]
}

function inboxPaths({ channels, inboxNext }: Known): string[] {
  return [
    '/inbox/messages',
    '/inbox/messages?cases=without',
    '/inbox/messages?cases=with',
    '/inbox/messages?completed=any',
    ...(inboxNext ? [`/inbox/messages?after=${encodeURIComponent(inboxNext)}`] : []),
    ...channels.slice(0, 6).map(id => `/inbox/messages?channel=${id}`),
  ]
}

function casePages({ agentCases, allCases }: Known, get: (who: Who, path: string) => Request): Request[] {
  const pages = (who: Who, numbers: readonly number[]) =>
    numbers.flatMap(number => [get(who, `/cases/${number}`), get(who, `/cases/${number}/timeline`)])
  return [...pages('agent', agentCases.slice(0, 50)), ...pages('supervisor', allCases.slice(0, 100))]
}

function creations(
  { teams, people, channels }: Known,
  post: (who: Who, path: string, body: object) => Request,
): Request[] {
  const random = randomFrom(7)
  const one = (list: readonly string[]) => list[Math.floor(random() * list.length)]!
  return Array.from({ length: 40 }, (_, n) =>
    post('supervisor', '/cases', {
      channelId: one(channels),
      subject: `Printer ${n} does not print`,
      description: replyText,
      ...(n % 2 === 0 ? { teamId: one(teams) } : { assigneeId: one(people) }),
      priority: 'medium',
      tags: ['tag-1'],
    }),
  )
}

const replyText =
  'Thank you for writing to us. We have looked into this and found that the invoice was sent twice by mistake.\n\n' +
  'You need not do anything: the second one has been taken back, and the amount will be on your account within three ' +
  'working days. Please tell us if it is not.\n\nKind regards'
