import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Type, type Static } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { newCodecKey } from '../platform/codec';
import { inheritedEnvironment } from '../platform/config';
import { systemErrorCode } from '../stack/errors';

const Secrets = Type.Object({
  codecKeys: Type.String(),
  systemsToken: Type.String(),
  loginSecret: Type.String(),
  linkSecret: Type.String(),
});
export type Secrets = Static<typeof Secrets>;

const Settings = Type.Record(Type.String(), Type.String());

/** Secrets of a local installation: made at its first start, kept with its data, readable by its owner alone. */
export async function localSecrets(dataDir: string): Promise<Secrets> {
  const file = join(dataDir, 'secrets.json');
  const kept = await readJson(file);
  if (Value.Check(Secrets, kept)) return kept;
  const secret = (): string => randomBytes(32).toString('base64url');
  const made: Secrets = {
    codecKeys: newCodecKey(),
    systemsToken: secret(),
    loginSecret: secret(),
    linkSecret: secret(),
    // An installation from before there were all of these keeps those it has.
    ...(kept === undefined ? {} : Value.Parse(Type.Partial(Secrets), kept)),
  };
  await writeJson(file, made);
  return made;
}

/** Notes the settings that the services of a local start run with, for `npm run verify` and the like. */
export const keepLocalSettings = (
  dataDir: string,
  settings: Readonly<Record<string, string>>,
): Promise<void> => writeJson(join(dataDir, 'settings.json'), settings);

/** The settings of the local start on this data directory; undefined where there has been none. */
export async function localSettings(dataDir: string): Promise<Record<string, string> | undefined> {
  const kept = await readJson(join(dataDir, 'settings.json'));
  return kept === undefined ? undefined : Value.Parse(Settings, kept);
}

/** The environment; where it names no database, the settings of the local start on this data directory, and the environment over them. */
export async function installationAt(dataDir: string): Promise<NodeJS.ProcessEnv> {
  const environment = inheritedEnvironment();
  if (environment.DATABASE_URL !== undefined) return environment;
  return { ...(await localSettings(dataDir)), ...environment };
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Whole or not at all: a crash half-way must not lose the key. */
async function writeJson(file: string, value: unknown): Promise<void> {
  await mkdir(join(file, '..'), { recursive: true });
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600, flush: true });
  await rename(draft, file);
}
