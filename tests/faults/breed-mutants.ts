import type { CorpusMail } from './mail-corpus.ts'

/** Numbers from 0 up to but without 1 that a seed fixes for ever (mulberry32). */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** What confuses parsers, to be put anywhere. */
const tokens = [
  ...[
    '\r',
    '\n',
    '\r\n',
    '\r\n\r\n',
    '\n\n',
    '\0',
    '\t',
    ' ',
    '--',
    '----',
    '=',
    '==',
    '=?',
    '?=',
    '=?utf-8?B?',
    '=?x?Q?',
  ],
  ...[
    '(',
    ')',
    '<',
    '>',
    '"',
    '\\',
    ';',
    ':',
    ',',
    '@',
    "''",
    '*0*=',
    '%',
    '&',
    '&#x',
    '<!--',
    '-->',
    '<svg>',
    '</',
  ],
  ...[
    '\ufeff',
    '\u202e',
    '\ud7ff',
    'From: ',
    '\nFrom: a@b.example\n',
    'Content-Type: message/rfc822\n',
    'charset=utf-7;',
  ],
  ...[
    'Content-Type: multipart/mixed; boundary=',
    'Content-Transfer-Encoding: base64\n',
    'boundary="";',
    'format=flowed;',
  ],
  ...[
    'Content-Disposition: inline\n',
    'References: <a@b>\n',
    '<style>',
    '<a href="',
    '<img src=',
    '\nOn Mon wrote:\n> ',
  ],
].map(token => new TextEncoder().encode(token))

type Random = () => number
type Mutation = (mail: Uint8Array, random: Random, other: Uint8Array) => Uint8Array

const below = (random: Random, limit: number) => Math.floor(random() * limit)
const join = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts))

const mutations: readonly Mutation[] = [
  (mail, random) => {
    const made = mail.slice()
    for (let left = 1 + below(random, 30); left > 0; left -= 1)
      made[below(random, made.length)] = below(random, 256)
    return made
  },
  (mail, random) => {
    const at = below(random, mail.length)
    return join(mail.subarray(0, at), mail.subarray(at + below(random, 400)))
  },
  (mail, random) => {
    const at = below(random, mail.length)
    const piece = mail.subarray(at, at + below(random, 2_000))
    const times = 1 + below(random, random() < 0.05 ? 200 : 4)
    return join(mail.subarray(0, at), ...Array.from({ length: times }, () => piece), mail.subarray(at))
  },
  (mail, random) => {
    const at = below(random, mail.length)
    const token = tokens[below(random, tokens.length)] ?? new Uint8Array()
    return join(mail.subarray(0, at), token, mail.subarray(at))
  },
  (mail, random) => mail.subarray(0, below(random, mail.length)),
  (mail, random, other) =>
    join(mail.subarray(0, below(random, mail.length)), other.subarray(below(random, other.length))),
  (mail, random) => {
    const [one, two] = [below(random, mail.length), below(random, mail.length)]
    const [start, end] = [Math.min(one, two), Math.max(one, two)]
    return join(mail.subarray(end), mail.subarray(start, end), mail.subarray(0, start))
  },
  mail => mail.filter(byte => byte !== 0x0d),
  mail => mail.map(byte => (byte === 0x0a ? 0x0d : byte)),
]

/** Mutants of these mails, each changed one to six times; the same seed breeds the same ones. */
export function* breedMutants(
  seed: number,
  count: number,
  samples: readonly CorpusMail[],
): Generator<CorpusMail> {
  const random = seededRandom(seed)
  const pick = () => samples[below(random, samples.length)] ?? { name: 'empty', raw: new Uint8Array() }
  for (let made = 0; made < count; made += 1) {
    const parent = pick()
    let raw = parent.raw
    for (let left = 1 + below(random, 6); left > 0; left -= 1) {
      const mutation = mutations[below(random, mutations.length)]
      if (mutation && raw.length > 0) raw = mutation(raw, random, pick().raw)
    }
    yield { name: `${parent.name} (seed ${seed}, mutant ${made})`, raw }
  }
}
