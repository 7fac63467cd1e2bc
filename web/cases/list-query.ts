import type { CaseFilter } from './api.ts'
import type { CasesSearch } from './search.ts'

/** The view shown when the address names none: what is mine and open (CL-01). */
export const usualView = 'mine'
export const usualBucket = 'open'
/** Most recent activity first (CL-02, CL-25). */
export const usualSort = '-activity'

/** The request for an address: what the address leaves out is the usual. */
export function queryOf(search: CasesSearch): CaseFilter {
  return {
    ...search,
    view: search.view ?? usualView,
    bucket: search.status ? 'any' : (search.bucket ?? usualBucket),
    sort: search.sort ?? usualSort,
  }
}

/** The same without order, for the counters of the tabs; they count all buckets at once (CL-07). */
export function countQueryOf(search: CasesSearch): CaseFilter {
  const { sort: _, bucket: __, ...query } = queryOf(search)
  return query
}

/** The filters that were chosen, apart from view and bucket. */
export function filtersOf({
  view: _,
  bucket: __,
  sort: ___,
  ...filters
}: CasesSearch): Omit<CasesSearch, 'view' | 'bucket' | 'sort'> {
  return filters
}
