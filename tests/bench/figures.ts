import type { Sample } from './load.ts'

/** What the samples of one kind of load say together. `cpuMs` is processor time for one request, server and PostgreSQL. */
export type Figures = {
  readonly perSecond: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly cpuMs: number | null
  readonly requests: number
  readonly failures: number
}

/** Adds up rounds. `cpuMs` is the processor time of all of them, null where the system does not tell. */
export function figuresOf(samples: readonly Sample[], cpuMs: number | null): Figures {
  const times = Float64Array.from(samples.flatMap(sample => [...sample.times])).sort()
  const seconds = samples.reduce((sum, sample) => sum + sample.ms, 0) / 1000
  return {
    perSecond: times.length / seconds,
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    p99: quantile(times, 0.99),
    cpuMs: cpuMs === null || times.length === 0 ? null : cpuMs / times.length,
    requests: times.length,
    failures: samples.reduce((sum, sample) => sum + sample.failures, 0),
  }
}

/** The time within which the given share of sorted times lies; NaN if there are none. */
export function quantile(sorted: Float64Array, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
