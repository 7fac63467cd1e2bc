import { join, resolve } from 'node:path'
import { prepareDataFolder, secretsFolder } from '#server/platform/data-folder.ts'
import { type Environment, LOG_LEVELS, type LogLevel, readEnvironment } from '#server/platform/environment.ts'
import { keepSecret } from '#server/platform/kept-secret.ts'

/** Whom an unattended first start makes the owner; the token is then a valid API token of theirs. */
export type FirstOwner = { readonly email: string; readonly password: string; readonly token: string | null }

/**
 * Which PostgreSQL holds the data: the one Docket brings, or the operator's. `directUrl` reaches the same database
 * without a pooler between (migrations, LISTEN). Either URL may name several hosts, parted by commas.
 */
export type DatabaseChoice =
  | { readonly kind: 'embedded' }
  | { readonly kind: 'external'; readonly url: string; readonly directUrl: string }

/** Everything the environment says, read and checked once at the start (DESIGN §6). */
export type Config = {
  readonly host: string
  /** 0 means any free port. */
  readonly port: number
  /** The address people reach Docket at, without a slash at its end; null: wherever it listens. */
  readonly url: string | null
  /** Absolute. */
  readonly dataFolder: string
  readonly database: DatabaseChoice
  /** Inbound SMTP; 0 means any free port. */
  readonly smtpPort: number
  readonly owner: FirstOwner | null
  readonly secret: string
  /** Where mail of notifications goes out; null: none is sent. */
  readonly smtpUrl: string | null
  /** How many requests one person, token or address may make in a minute (SURVIVE D6). */
  readonly requestsPerMinute: number
  readonly testClock: boolean
  readonly production: boolean
  readonly logLevel: LogLevel
}

/** The settings of the environment alone: nothing on the disk was touched. The secret may still have to be made. */
export type Settings = Omit<Config, 'secret'> & { readonly secret: string | null }

function databaseOf(env: Environment): DatabaseChoice {
  if (!env.DATABASE_URL) return { kind: 'embedded' }
  return { kind: 'external', url: env.DATABASE_URL, directUrl: env.DIRECT_DATABASE_URL ?? env.DATABASE_URL }
}

function ownerOf(env: Environment): FirstOwner | null {
  const { DOCKET_OWNER_EMAIL: email, DOCKET_OWNER_PASSWORD: password, DOCKET_OWNER_TOKEN: token } = env
  return email && password ? { email, password, token: token ?? null } : null
}

function settingsOf(env: Environment): Settings {
  return {
    host: env.HOST ?? '127.0.0.1',
    port: Number(env.PORT ?? 3000),
    url: env.DOCKET_URL ? new URL(env.DOCKET_URL).origin : null,
    dataFolder: resolve(env.DOCKET_DATA ?? 'data'),
    database: databaseOf(env),
    smtpPort: Number(env.DOCKET_SMTP_PORT ?? 2525),
    owner: ownerOf(env),
    secret: env.DOCKET_SECRET ?? null,
    smtpUrl: env.SMTP_URL ?? null,
    requestsPerMinute: Number(env.DOCKET_REQUESTS_PER_MINUTE ?? 1_200),
    testClock: env.DOCKET_TEST_CLOCK === '1',
    production: env.NODE_ENV === 'production',
    logLevel: LOG_LEVELS.find(level => level === env.DOCKET_LOG) ?? 'info',
  }
}

/** The environment as settings, defaults filled in (DESIGN §6). Touches nothing. Throws Unusable. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  return settingsOf(readEnvironment(env))
}

/** Settings, a data folder that can be written to, and the secret, made where none was given. Throws Unusable. */
export function loadConfig(env: NodeJS.ProcessEnv): Config {
  const settings = readSettings(env)
  prepareDataFolder(settings.dataFolder)
  const secret = settings.secret ?? keepSecret(join(secretsFolder(settings.dataFolder), 'session')).secret
  return { ...settings, secret }
}
