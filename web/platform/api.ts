import { problemOf, unreachable } from './problem.ts'

const base = '/api/v1'

type Value = string | number | boolean | null | undefined
/** Query of a request; empty values are left out. */
export type Query = Record<string, Value>

/** The path with its query, leaving out what is empty. */
export function address(path: string, query: Query = {}): string {
  const parts = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') parts.set(key, String(value))
  }
  const text = parts.toString()
  return `${path.startsWith('/api/') ? path : base + path}${text ? `?${text}` : ''}`
}

/** A fresh key for an act that must happen at most once; the same key again gets the same answer. */
export function freshKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** GET; throws a ProblemError. */
export function get<Answer>(path: string, query?: Query, signal?: AbortSignal): Promise<Answer> {
  return send<Answer>('GET', address(path, query), signal ? { signal } : {})
}

/**
 * POST with an Idempotency-Key. Give the key of the form so that pressing the button again after a lost
 * answer does not do the thing twice.
 */
export function post<Answer>(path: string, body: unknown = {}, key: string = freshKey()): Promise<Answer> {
  return send<Answer>('POST', address(path), { body, headers: { 'idempotency-key': key } })
}

/** PUT; throws a ProblemError. */
export function put<Answer>(path: string, body: unknown = {}): Promise<Answer> {
  return send<Answer>('PUT', address(path), { body })
}

/** PATCH; throws a ProblemError, with code CONFLICT when somebody else changed the record meanwhile. */
export function patch<Answer>(path: string, body: unknown): Promise<Answer> {
  return send<Answer>('PATCH', address(path), { body })
}

/** DELETE; throws a ProblemError. */
export function remove<Answer = void>(path: string, query?: Query): Promise<Answer> {
  return send<Answer>('DELETE', address(path, query), { body: {} })
}

type Options = { body?: unknown; headers?: Record<string, string>; signal?: AbortSignal }

async function send<Answer>(method: string, url: string, options: Options): Promise<Answer> {
  const headers: Record<string, string> = { accept: 'application/json', ...options.headers }
  const init: RequestInit = { method, headers, credentials: 'same-origin' }
  if (options.body !== undefined) {
    headers['content-type'] = 'application/json'
    init.body = JSON.stringify(options.body)
  }
  if (options.signal) init.signal = options.signal
  const answer = await fetch(url, init).catch((error: unknown) => {
    throw options.signal?.aborted ? error : unreachable()
  })
  if (!answer.ok) throw await problemOf(answer)
  const text = await answer.text()
  return (text === '' ? undefined : JSON.parse(text)) as Answer
}
