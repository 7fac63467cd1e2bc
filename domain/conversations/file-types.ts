/** What may be shown inside a message, and only when its own bytes say so (F1): never SVG, HTML or XML. */
const shownInline = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const

/** What a file is as its first bytes say, for the few kinds that we say anything about; null for all others. */
function typeOfBytes(start: Uint8Array): string | null {
  const begins = (bytes: number[], at = 0) => bytes.every((byte, index) => start[at + index] === byte)
  if (begins([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png'
  if (begins([0xff, 0xd8, 0xff])) return 'image/jpeg'
  if (begins([0x47, 0x49, 0x46, 0x38])) return 'image/gif'
  if (begins([0x52, 0x49, 0x46, 0x46]) && begins([0x57, 0x45, 0x42, 0x50], 8)) return 'image/webp'
  if (begins([0x25, 0x50, 0x44, 0x46, 0x2d])) return 'application/pdf'
  return null
}

const endings: Readonly<Record<string, readonly string[]>> = {
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/gif': ['gif'],
  'image/webp': ['webp'],
  'application/pdf': ['pdf'],
}

/**
 * The media type under which a file is kept and served: only where what its sender declared, its name's
 * ending and its own bytes agree, else `application/octet-stream` (F2). Files inside a message often have
 * no telling name; an ending that is missing does not count against them.
 */
export function keptType(name: string, declared: string, start: Uint8Array): string {
  const found = typeOfBytes(start)
  if (found === null || (declared === 'image/jpg' ? 'image/jpeg' : declared) !== found) return unknownType
  const ending = /\.([a-z0-9]{1,8})$/iu.exec(name)?.[1]?.toLowerCase()
  return ending === undefined || endings[found]?.includes(ending) ? found : unknownType
}

/** The type of everything that is only ever downloaded. */
const unknownType = 'application/octet-stream'

/** May a file of this kept type be shown inside its message? */
export function mayShowInline(keptMediaType: string): boolean {
  return (shownInline as readonly string[]).includes(keptMediaType)
}

/**
 * The Content-Disposition under which a stranger's file is offered (RFC 6266, F3): a plain ASCII name for
 * old clients and the whole name percent-encoded. Path separators, controls and characters that turn the
 * reading direction are gone, so that the name shows what it is.
 */
export function attachmentHeader(name: string): string {
  const safe = harmless(name)
  const ascii = safe.replace(/[^\x20-\x7e]|["\\%]/gu, '_')
  return `attachment; filename="${ascii}"; filename*=UTF-8''${percentEncoded(safe)}`
}

function harmless(name: string): string {
  const clean = name
    .slice(0, 1_000)
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\]/gu, '_')
    .replace(/^[.\s]+|[.\s]+$/gu, '')
  const points = Array.from(clean)
  return points.length === 0 ? 'file' : points.slice(0, 180).join('')
}

/** RFC 8187 3.2.1: attr-char stay, everything else is encoded. */
function percentEncoded(text: string): string {
  return encodeURIComponent(text).replace(
    /['()*]/gu,
    char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
