import { createServer } from 'node:net'
import { Unusable } from '#server/platform/unusable.ts'

/** The port to listen on: the one asked for, or any free one for 0. Throws Unusable when it is taken. */
export function freePort(host: string, port: number, setting: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => reject(portTrouble(error, host, port, setting)))
    probe.listen(port, host, () => {
      const found = (probe.address() as { port: number }).port
      probe.close(() => resolve(found))
    })
  })
}

/** What to say when a port cannot be had. */
export function portTrouble(
  error: NodeJS.ErrnoException,
  host: string,
  port: number,
  setting: string,
): Unusable {
  const why: Record<string, string> = {
    EADDRINUSE: `Port ${port} on ${host} is taken by another program. Stop that program, or set ${setting} to a free port.`,
    EACCES: `This account may not listen on port ${port}. Set ${setting} to a port above 1024.`,
    EADDRNOTAVAIL: `This machine has no address ${host}. Set HOST to an address of this machine, 127.0.0.1 or 0.0.0.0.`,
  }
  return new Unusable(why[error.code ?? ''] ?? `Cannot listen on ${host}:${port}: ${error.message}`, {
    cause: error,
  })
}
