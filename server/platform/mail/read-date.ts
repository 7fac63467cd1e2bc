const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
/** RFC 5322 4.3: the only zones by name that mean something; all others count as UTC. */
const zones: Readonly<Record<string, number>> = {
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
}
const longestDate = 200
const pattern =
  /(?:^|[\s,])(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?,?[\s-]+(\d{4}|\d{2})(?:,?\s+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?)?(?:\s*([+-]\d{4})|\s+([a-z]{2,4}))?/iu

/**
 * The moment a Date header names (RFC 5322 3.3 and 4.3), or null where it names none. Whether it is
 * believable is not asked: order and deadlines go by receipt (K6).
 */
export function readMailDate(value: string | undefined): Date | null {
  if (value === undefined) return null
  const plain = value.slice(0, longestDate).replace(/\([^()]*\)/gu, ' ')
  const found = pattern.exec(plain)
  if (!found) return isoDate(plain)
  const [, day, month, year, hour, minute, second, offset, zone] = found
  const index = months.indexOf((month ?? '').toLowerCase())
  if (index < 0) return null
  const local = Date.UTC(
    fullYear(year ?? ''),
    index,
    Number(day),
    Number(hour ?? 0),
    Number(minute ?? 0),
    Math.min(Number(second ?? 0), 59),
  )
  if (!soundParts(Number(day), Number(hour ?? 0), Number(minute ?? 0))) return null
  return new Date(local - zoneMinutes(offset, zone) * 60_000)
}

function soundParts(day: number, hour: number, minute: number): boolean {
  return day >= 1 && day <= 31 && hour <= 24 && minute <= 59
}

/** Some machines write ISO 8601 here; nobody writes anything else that is worth guessing at. */
function isoDate(value: string): Date | null {
  const found = /(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2})(?:\.\d{1,9})?\s*(Z|[+-]\d{2}:\d{2})?/u.exec(value)
  if (!found) return null
  const date = new Date(`${found[1]}T${found[2]}${found[3] ?? 'Z'}`)
  return Number.isNaN(date.getTime()) ? null : date
}

/** RFC 5322 4.3: two digits mean 2000-2049 and 1950-1999. */
function fullYear(year: string): number {
  const number = Number(year)
  if (year.length > 2) return number
  return number < 50 ? 2000 + number : 1900 + number
}

function zoneMinutes(offset: string | undefined, zone: string | undefined): number {
  if (offset) {
    const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(3, 5))
    return offset.startsWith('-') ? -minutes : minutes
  }
  return zones[(zone ?? '').toLowerCase()] ?? 0
}
