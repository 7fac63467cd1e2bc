import { Worker } from 'node:worker_threads'
import type { ReadReply, ReadRequest } from './reading-messages.ts'
import type { WatchdogOrders } from './reading-watchdog.ts'
import { sanitizeMailHtml } from './sanitize-html.ts'
import { understandMail } from './understand-mail.ts'

/**
 * The reading process: reads strangers' mail with nothing of value around it, so that it can be killed at any
 * moment. Started by `startReadingProcess`, which gives the memory limit in MB as the only argument.
 */
function work(limitMb: number): void {
  const orders: WatchdogOrders = { limitMb, parent: process.ppid }
  const watchdog = new Worker(new URL('./reading-watchdog.ts', import.meta.url), { workerData: orders })
  watchdog.unref()
  watchdog.once('online', () => reply({ kind: 'ready' }))
  process.on('disconnect', () => process.exit(0))
  process.on('message', (request: ReadRequest) => {
    void answer(request.raw).then(reply)
  })
}

async function answer(raw: Uint8Array): Promise<ReadReply> {
  try {
    const mail = await understandMail(raw)
    const html = mail.html === null ? null : sanitizeMailHtml(mail.html)
    return { kind: 'read', read: { mail, html }, rssMb: rssMb() }
  } catch (error) {
    return { kind: 'malformed', detail: String(error).slice(0, 500), rssMb: rssMb() }
  }
}

function rssMb(): number {
  return Math.ceil(process.memoryUsage.rss() / 1024 / 1024)
}

function reply(message: ReadReply): void {
  process.send?.(message)
}

work(Number(process.argv[2]))
