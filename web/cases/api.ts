import type { z } from 'zod'
import type {
  assignCaseShape,
  Case,
  CaseCounts,
  CaseQuery,
  CaseRow,
  Comment,
  CreateCase,
  changeCaseShape,
  changeStatusShape,
} from '#domain/cases/wire.ts'
import { get, patch, post, put, remove } from '#web/platform/api.ts'

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

/** What PATCH /cases/{number} takes. */
export type CaseChange = z.input<typeof changeCaseShape>
/** What PUT /cases/{number}/status takes. */
export type StatusChange = z.input<typeof changeStatusShape>
/** What PUT /cases/{number}/assignment takes. */
export type Assignment = z.input<typeof assignCaseShape>

/** PATCH /cases/{number}. */
export const changeCase = (number: number, change: CaseChange) => patch<Case>(`/cases/${number}`, change)

/** PUT /cases/{number}/status. */
export const changeStatus = (number: number, change: StatusChange) =>
  put<Case>(`/cases/${number}/status`, change)

/** PUT /cases/{number}/assignment. */
export const assignCase = (number: number, assignment: Assignment) =>
  put<Case>(`/cases/${number}/assignment`, assignment)

/** POST /cases/{number}/claim: exactly one of several people gets it (AS-12). */
export const claimCase = (number: number) => post<Case>(`/cases/${number}/claim`)

/** DELETE /cases/{number}. */
export const deleteCase = (number: number) => remove(`/cases/${number}`)

/** POST /cases/{number}/comments. */
export const commentOnCase = (number: number, body: { text: string; mentions: string[] }, key: string) =>
  post<Comment>(`/cases/${number}/comments`, body, key)

/** PUT and DELETE /cases/{number}/collaborators/{userId}. */
export const addCollaborator = (number: number, userId: string) =>
  put(`/cases/${number}/collaborators/${userId}`)
export const removeCollaborator = (number: number, userId: string) =>
  remove(`/cases/${number}/collaborators/${userId}`)
