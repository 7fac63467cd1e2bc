import { domainToUnicode } from 'node:url'

/** Format characters (bidi, zero width), full-width at signs and odd spaces: never needed in an address. */
const invisible = /[\p{Cf}\p{Zl}\p{Zp}\u00a0\u115f\u1160\u2000-\u200a\u3164\uff20\ufe6b\uffa0]/u
/** Characters that reverse or swallow what stands next to them; emoji and Persian need the other format characters. */
const turning = /[\u200b\u2028-\u202e\u2060\u2066-\u2069\ufeff]/u
/** Scripts whose letters pass for Latin ones. */
const lookalikeScripts = [
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
]
const latin = /\p{Script=Latin}/u

/** Does the text hold characters that cannot be seen, or that pass for an at sign? */
export function hasInvisible(text: string): boolean {
  return invisible.test(text)
}

/** Does the text hold characters that turn the reading direction around or hide the rest? */
export function turnsAround(text: string): boolean {
  return turning.test(text)
}

/** Does any label of the address or host mix Latin with letters that look like it (H10, T4)? */
export function mixesScripts(addressOrHost: string): boolean {
  const at = addressOrHost.lastIndexOf('@')
  const host = addressOrHost.slice(at + 1)
  const labels = [
    addressOrHost.slice(0, Math.max(at, 0)),
    ...host.split('.'),
    ...domainToUnicode(host).split('.'),
  ]
  return labels.some(label => latin.test(label) && lookalikeScripts.some(script => script.test(label)))
}
