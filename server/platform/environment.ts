import { z } from 'zod'
import { Unusable } from '#server/platform/unusable.ts'

/** The levels of the log, from everything to nothing. */
export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

/** How much the log tells. */
export type LogLevel = (typeof LOG_LEVELS)[number]

function setting(holds: (text: string) => boolean, sentence: string | ((text: string) => string)) {
  const error = (issue: { input?: unknown }) =>
    typeof sentence === 'string' ? sentence : sentence(String(issue.input))
  return z.string().refine(holds, { error }).optional()
}

function portSetting(name: string) {
  return setting(
    text => /^\d{1,5}$/.test(text) && Number(text) <= 65_535,
    text => `${name} is "${text}", but must be a port number from 0 to 65535.`,
  )
}

/** The value of a URL setting may hold a password: it is never repeated in the sentence. */
function databaseSetting(name: string) {
  return setting(
    text => /^postgres(ql)?:\/\/([^@/]*@)?[^@/?#\s]*\/[^/?#\s]+(\?\S*)?$/.test(text),
    `${name} must look like postgres://user:password@host:5432/database; several hosts are parted by commas.`,
  )
}

function isUrlOf(protocols: readonly string[], more: (url: URL) => boolean = () => true) {
  return (text: string) => {
    const url = URL.parse(text)
    return url !== null && protocols.includes(url.protocol) && url.hostname !== '' && more(url)
  }
}

const isWebAddress = isUrlOf(['http:', 'https:'], url => url.pathname === '/' && !url.search && !url.hash)

const Environment = z.object({
  PORT: portSetting('PORT'),
  HOST: setting(
    text => /^\S+$/.test(text),
    text => `HOST is "${text}", but must be a name or an address to listen on, such as 127.0.0.1 or 0.0.0.0.`,
  ),
  DOCKET_DATA: setting(text => !text.includes('\0'), 'DOCKET_DATA must be the path of a folder.'),
  DATABASE_URL: databaseSetting('DATABASE_URL'),
  DIRECT_DATABASE_URL: databaseSetting('DIRECT_DATABASE_URL'),
  DOCKET_URL: setting(
    isWebAddress,
    text => `DOCKET_URL is "${text}", but must be like https://care.example.com, without a path.`,
  ),
  DOCKET_SMTP_PORT: portSetting('DOCKET_SMTP_PORT'),
  DOCKET_OWNER_EMAIL: setting(
    text => z.email().safeParse(text).success,
    text => `DOCKET_OWNER_EMAIL is "${text}", but must be an e-mail address.`,
  ),
  DOCKET_OWNER_PASSWORD: z.string().optional(),
  DOCKET_OWNER_TOKEN: setting(text => /^\S+$/.test(text), 'DOCKET_OWNER_TOKEN must not contain spaces.'),
  DOCKET_SECRET: setting(
    text => text.length >= 32,
    'DOCKET_SECRET is too short: use at least 32 random characters, or leave it out and Docket makes one.',
  ),
  SMTP_URL: setting(
    isUrlOf(['smtp:', 'smtps:']),
    'SMTP_URL must look like smtp://user:password@host:587 or smtps://user:password@host:465.',
  ),
  DOCKET_TEST_CLOCK: setting(
    text => text === '0' || text === '1',
    text => `DOCKET_TEST_CLOCK is "${text}", but must be 1 or left out.`,
  ),
  DOCKET_LOG: setting(
    text => LOG_LEVELS.some(level => level === text),
    text => `DOCKET_LOG is "${text}", but must be one of ${LOG_LEVELS.join(', ')}.`,
  ),
  DOCKET_REQUESTS_PER_MINUTE: setting(
    text => /^[1-9]\d{0,8}$/.test(text),
    text => `DOCKET_REQUESTS_PER_MINUTE is "${text}", but must be a whole number above 0.`,
  ),
  NODE_ENV: z.string().optional(),
})

/** The variables Docket looks at, each well-formed. */
export type Environment = z.infer<typeof Environment>

/** What no single value shows: settings that need or exclude each other. */
function contradictions(env: Environment): string[] {
  const sentences: string[] = []
  if (env.DOCKET_TEST_CLOCK === '1' && env.NODE_ENV === 'production') {
    sentences.push(
      'DOCKET_TEST_CLOCK is for tests and is refused while NODE_ENV is production: leave one out.',
    )
  }
  if (env.DIRECT_DATABASE_URL && !env.DATABASE_URL) {
    sentences.push('DIRECT_DATABASE_URL is set without DATABASE_URL: set both, or neither.')
  }
  if (Boolean(env.DOCKET_OWNER_EMAIL) !== Boolean(env.DOCKET_OWNER_PASSWORD)) {
    sentences.push('DOCKET_OWNER_EMAIL and DOCKET_OWNER_PASSWORD belong together: set both, or neither.')
  }
  if (env.DOCKET_OWNER_TOKEN && !env.DOCKET_OWNER_EMAIL) {
    sentences.push(
      'DOCKET_OWNER_TOKEN is set without an owner: set DOCKET_OWNER_EMAIL and DOCKET_OWNER_PASSWORD.',
    )
  }
  return sentences
}

/**
 * Reads and checks the environment; an empty value counts as left out. Throws Unusable with one sentence for each wrong
 * value.
 */
export function readEnvironment(env: NodeJS.ProcessEnv): Environment {
  const filled = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = Environment.safeParse(filled)
  if (!parsed.success) throw new Unusable(parsed.error.issues.map(issue => issue.message).join('\n'))
  const wrong = contradictions(parsed.data)
  if (wrong.length > 0) throw new Unusable(wrong.join('\n'))
  return parsed.data
}
