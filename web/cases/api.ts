import type { Case, CaseCounts, CaseQuery, CaseRow, CreateCase } from '#domain/cases/wire.ts'
import { get, post } from '#web/platform/api.ts'

/** The filters of a list, with the length of a page as a number. */
export type CaseFilter = Omit<CaseQuery, 'limit'> & { limit?: number }

/** One page of the case list. */
export type CasePage = { items: CaseRow[]; next: string | null }

/** GET /cases. */
export const listCases = (query: CaseFilter, signal?: AbortSignal) => get<CasePage>('/cases', query, signal)

/** GET /cases/counts for the same filters as a list. */
export const countCases = (query: CaseFilter, signal?: AbortSignal) =>
  get<CaseCounts>('/cases/counts', query, signal)

/** POST /cases: the case, or only its number for those who may not see cases (PR-15). */
export const createCase = (body: CreateCase, key: string) =>
  post<Case | { number: number }>('/cases', body, key)

/** GET /cases/{number}. */
export const readCase = (number: number, signal?: AbortSignal) => get<Case>(`/cases/${number}`, {}, signal)
