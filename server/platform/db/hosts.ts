import pg from 'pg'

export type Host = { host: string; port: number }

/** The hosts named in a connection string: comma-separated, or one socket folder in `?host=`. */
export function hostsOf(url: string): Host[] {
  const socketFolder = /[?&]host=([^&]+)/u.exec(url)?.[1]
  const port = Number(/[?&]port=(\d+)/u.exec(url)?.[1] ?? 5432)
  if (socketFolder) return [{ host: decodeURIComponent(socketFolder), port }]
  const list = /^[a-z]+:\/\/(?:[^@/]*@)?([^/?]*)/u.exec(url)?.[1] ?? ''
  return list.split(',').map(part => {
    const [host, given] = part.split(':')
    return { host: host || 'localhost', port: given ? Number(given) : 5432 }
  })
}

/** The first host that takes writes, or null. Each is given 1.5 seconds (FACTS §2.3). */
export async function findPrimary(hosts: Host[], url: string): Promise<Host | null> {
  for (const candidate of hosts) {
    if (await takesWrites(candidate, url)) return candidate
  }
  return null
}

async function takesWrites(candidate: Host, url: string): Promise<boolean> {
  const single = new URL(url.replace(/@[^/?]*/u, '@placeholder'))
  const client = new pg.Client({
    host: candidate.host,
    port: candidate.port,
    user: decodeURIComponent(single.username),
    password: decodeURIComponent(single.password),
    database: decodeURIComponent(single.pathname.slice(1)),
    connectionTimeoutMillis: 1_500,
  })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const answer = await client.query<{ transaction_read_only: string }>('show transaction_read_only')
    return answer.rows[0]?.transaction_read_only === 'off'
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}
