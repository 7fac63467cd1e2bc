import { writeSync } from 'node:fs'
import { isMainThread, workerData } from 'node:worker_threads'
import { memoryMark } from './reading-messages.ts'

/**
 * A thread inside the reading process that ends it, whatever its main thread is caught in: when it takes more
 * memory than allowed (buffers outside the heap too), and when the server that asked for the mail is gone.
 */
export type WatchdogOrders = { limitMb: number; parent: number }

const lookEveryMs = 20

function watch({ limitMb, parent }: WatchdogOrders): void {
  setInterval(() => {
    const tooLarge = process.memoryUsage.rss() > limitMb * 1024 * 1024
    if (tooLarge) writeSync(2, memoryMark)
    if (tooLarge || process.ppid !== parent) process.kill(process.pid, 'SIGKILL')
  }, lookEveryMs)
}

if (!isMainThread) watch(workerData as WatchdogOrders)
