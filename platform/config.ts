import { homedir } from 'node:os';
import { join } from 'node:path';
import { Type, type Static } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';

const Shape = Type.Object({
  DATABASE_URL: Type.String({ minLength: 1 }),
  TEMPORAL_ADDRESS: Type.String({ default: '127.0.0.1:7233' }),
  TEMPORAL_NAMESPACE: Type.String({ default: 'default' }),
  TEMPORAL_API_KEY: Type.Optional(Type.String()),
  TEMPORAL_TLS: Type.Optional(Type.Union([Type.Literal('true'), Type.Literal('false')])),
  TEMPORAL_TLS_CLIENT_CERT_PATH: Type.Optional(Type.String()),
  TEMPORAL_TLS_CLIENT_KEY_PATH: Type.Optional(Type.String()),
  TEMPORAL_TLS_SERVER_CA_CERT_PATH: Type.Optional(Type.String()),
  TEMPORAL_TLS_SERVER_NAME: Type.Optional(Type.String()),
  /** base64, 32 bytes; several separated by commas: the first encrypts, all decrypt. */
  AFTERCARE_CODEC_KEYS: Type.String({ minLength: 1 }),
  AFTERCARE_PARTS_URL: Type.String({ default: 'http://127.0.0.1:3001' }),
  AFTERCARE_FINANCE_URL: Type.String({ default: 'http://127.0.0.1:3002' }),
  AFTERCARE_SYSTEMS_TOKEN: Type.String({ minLength: 16 }),
  AFTERCARE_HOST: Type.String({ default: '127.0.0.1' }),
  AFTERCARE_PORT: Type.Integer({ default: 3000, minimum: 0, maximum: 65_535 }),
  /** Health and metrics of the worker. */
  AFTERCARE_WORKER_PORT: Type.Integer({ default: 3003, minimum: 0, maximum: 65_535 }),
  AFTERCARE_PARTS_PORT: Type.Integer({ default: 3001, minimum: 0, maximum: 65_535 }),
  AFTERCARE_FINANCE_PORT: Type.Integer({ default: 3002, minimum: 0, maximum: 65_535 }),
  AFTERCARE_LOG_LEVEL: Type.Union(
    ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'].map((level) => Type.Literal(level)),
    { default: 'info' },
  ),
  /** Signs the tokens of the built-in login (HS256); without it only an OpenID Connect issuer can let anybody in. */
  AFTERCARE_LOGIN_SECRET: Type.Optional(Type.String({ minLength: 32 })),
  /** Signs customers' links to their case (HS256); without it there are none. The same for API and worker. */
  AFTERCARE_LINK_SECRET: Type.Optional(Type.String({ minLength: 32 })),
  /** Where customers open their links: the token is put after a hash. Without it no message carries a link. */
  AFTERCARE_CUSTOMER_URL: Type.Optional(Type.String({ pattern: '^https?://[^\\s#]+$' })),
  /** Where operators open Temporal's web UI; without it the console links to no workflow. */
  AFTERCARE_TEMPORAL_UI_URL: Type.Optional(Type.String({ pattern: '^https?://[^\\s#?]+$' })),
  AFTERCARE_OIDC_ISSUER: Type.Optional(Type.String()),
  AFTERCARE_OIDC_AUDIENCE: Type.Optional(Type.String()),
  AFTERCARE_OIDC_JWKS_URI: Type.Optional(Type.String()),
  /** The company's time zone: the year of its running numbers. */
  AFTERCARE_TIME_ZONE: Type.String({ default: 'Asia/Shanghai' }),
  /** Country whose numbers are dialled without a country code. */
  AFTERCARE_COUNTRY: Type.String({ default: 'CN', pattern: '^[A-Z]{2}$' }),
  /** Origins that may use the API from a browser, separated by commas. */
  AFTERCARE_CORS_ORIGINS: Type.String({ default: '' }),
  /** Addresses of reverse proxies whose X-Forwarded-For is believed, separated by commas; none by default. */
  AFTERCARE_TRUSTED_PROXIES: Type.String({ default: '' }),
  /** How long the API waits for a workflow before it says what is known. */
  AFTERCARE_COMMAND_DEADLINE_MS: Type.Integer({ default: 8_000, minimum: 100, maximum: 120_000 }),
  /** How long a caller may take to send a request, headers and body; a photo from a cellar takes a while. */
  AFTERCARE_REQUEST_TIMEOUT_MS: Type.Integer({ default: 60_000, minimum: 1_000, maximum: 600_000 }),
  /** How many files a case may have, and how many megabytes (10⁶ bytes) in all. */
  AFTERCARE_CASE_FILES: Type.Integer({ default: 200, minimum: 1, maximum: 10_000 }),
  AFTERCARE_CASE_FILES_MB: Type.Integer({ default: 500, minimum: 1, maximum: 100_000 }),
  /** Mail server, such as `smtps://user:password@mail.example:465`; `smtp://` turns to TLS by STARTTLS. */
  AFTERCARE_SMTP_URL: Type.Optional(Type.String({ pattern: '^smtps?://[^/]+/?$' })),
  /** `off` sends in the clear: for a relay on the same machine. */
  AFTERCARE_SMTP_TLS: Type.Union([Type.Literal('required'), Type.Literal('off')], { default: 'required' }),
  /** Sender of every mail: an address, or `Name <address>`. */
  AFTERCARE_SMTP_FROM: Type.Optional(Type.String({ pattern: '^[^@\\r\\n]+@[^@\\s]+$' })),
  /** Takes messages that mail does not carry: an SMS gateway, or whatever passes them on. */
  AFTERCARE_WEBHOOK_URL: Type.Optional(Type.String({ pattern: '^https?://' })),
  /** Standard Webhooks: `whsec_` and base64; several separated by commas, each signs. */
  AFTERCARE_WEBHOOK_SECRET: Type.Optional(
    Type.String({ pattern: '^whsec_[A-Za-z0-9+/]{32,88}={0,2}(,whsec_[A-Za-z0-9+/]{32,88}={0,2})*$' }),
  ),
});

export type Config = Readonly<Static<typeof Shape>>;

/** Settings that say nothing without another. */
const NEEDS = [
  ['AFTERCARE_SMTP_URL', 'AFTERCARE_SMTP_FROM'],
  ['AFTERCARE_WEBHOOK_URL', 'AFTERCARE_WEBHOOK_SECRET'],
  ['AFTERCARE_CUSTOMER_URL', 'AFTERCARE_LINK_SECRET'],
] as const satisfies readonly (readonly [keyof Config, keyof Config])[];

/** A setting is missing or wrong; the message names each. */
export class ConfigError extends Error {
  override readonly name: string = 'ConfigError';
}

/** The settings of one process, from the environment. @throws {ConfigError} naming every setting that is missing or wrong. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(
    Object.keys(Shape.properties).flatMap((name) => {
      const value = environment[name];
      return value === undefined || value === '' ? [] : [[name, value]];
    }),
  );
  const candidate = Value.Convert(Shape, Value.Default(Shape, given));
  if (!Value.Check(Shape, candidate)) {
    // A missing setting also fails its type check: only the first fault of each setting is reported.
    const faults = new Map<string, string>();
    for (const { path, message } of Value.Errors(Shape, candidate))
      if (!faults.has(path)) faults.set(path, `${path.slice(1)}: ${message}`);
    throw new ConfigError(
      `Environment settings are missing or invalid:\n  ${[...faults.values()].join('\n  ')}`,
    );
  }
  const lacking = NEEDS.flatMap(([name, needed]) =>
    candidate[name] !== undefined && candidate[needed] === undefined
      ? [`${needed}: required with ${name}`]
      : [],
  );
  if (lacking.length > 0)
    throw new ConfigError(`Environment settings are missing or invalid:\n  ${lacking.join('\n  ')}`);
  return Object.freeze(candidate);
}

/** The whole environment, for child processes that need PATH and the like. */
export const inheritedEnvironment = (): NodeJS.ProcessEnv => ({ ...process.env });

/** Where servers that Aftercare fetched or built are kept between projects: the user's cache. */
export function cacheDirectory(environment: NodeJS.ProcessEnv = process.env): string {
  const home = environment.XDG_CACHE_HOME;
  return join(home !== undefined && home !== '' ? home : join(homedir(), '.cache'), 'aftercare');
}
