import { type Logger, pino } from 'pino'

export type Log = Logger

/** The process log: one JSON line per event on standard error; secrets never pass (A12). */
export function openLog(level: string): Log {
  return pino(
    {
      level,
      base: null,
      redact: ['req.headers.authorization', 'req.headers.cookie', '*.password', '*.token', '*.secret'],
    },
    pino.destination(2),
  )
}
