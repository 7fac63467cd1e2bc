import { createServer } from 'node:net'
import { join } from 'node:path'

/** Where PostgreSQL listens: a socket in its own folder, or a port that only this machine reaches. */
export type Endpoint =
  | { readonly kind: 'socket'; readonly folder: string }
  | { readonly kind: 'port'; readonly port: number }

/** A socket has no port; PostgreSQL still puts one into the name of the socket's file. */
export const SOCKET_NUMBER = 5432

/** The database of Docket inside the cluster. */
export const DATABASE = 'docket'

/** How many bytes the path of a socket may have: the kernel's limit less the closing zero. */
function longestSocketPath(): number {
  return process.platform === 'darwin' ? 103 : 107
}

/** PostgreSQL takes a list of folders parted by commas, and refuses a path that the kernel cannot hold. */
function fitsSocket(cluster: string): boolean {
  if (process.platform === 'win32' || /[",\n]/.test(cluster)) return false
  return Buffer.byteLength(join(cluster, `.s.PGSQL.${SOCKET_NUMBER}`)) <= longestSocketPath()
}

/** The socket where its path is short enough, else a free port of 127.0.0.1. */
export async function chooseEndpoint(cluster: string): Promise<Endpoint> {
  return fitsSocket(cluster) ? { kind: 'socket', folder: cluster } : { kind: 'port', port: await freePort() }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/**
 * The address of the database for a role. A socket's folder stands in the query, beside a host that nobody asks: this is
 * the one form that URL, pg, Docket's own connector and psql all read.
 */
export function urlOf(endpoint: Endpoint, role: string, password: string): string {
  const login = `postgres://${role}:${encodeURIComponent(password)}`
  if (endpoint.kind === 'port') return `${login}@127.0.0.1:${endpoint.port}/${DATABASE}`
  return `${login}@localhost/${DATABASE}?host=${encodeURIComponent(endpoint.folder)}`
}
