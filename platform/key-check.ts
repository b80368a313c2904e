import { parseCodecKeys } from './codec';
import { ConfigError, type Config } from './config';
import type { Database } from './database';

const SETTING = 'codec-keys';

/** This installation's payloads are encrypted with a key that was not given: going on would make them unreadable for ever. */
class WrongKeyError extends ConfigError {
  override readonly name: string = 'WrongKeyError';
}

/**
 * Holds the keys given against those this installation has used, and notes the one that encrypts from now on.
 * @throws {WrongKeyError} when one that was used is missing: the process must not start.
 */
export async function checkCodecKeys(database: Database, config: Config): Promise<void> {
  const [current, ...older] = parseCodecKeys(config.AFTERCARE_CODEC_KEYS);
  const given = [current, ...older].map(({ id }) => id);
  await database.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${SETTING}, 0))`;
    const used = usedIds((await tx.setting.findUnique({ where: { key: SETTING } }))?.value);
    const missing = used.filter((id) => !given.includes(id));
    if (missing.length > 0)
      throw new WrongKeyError(
        `The cases in this database are encrypted with key ${missing.join(', ')}, and AFTERCARE_CODEC_KEYS holds ${given.join(', ')}. ` +
          'Give the earlier key again; to change keys, put the new one in front of it, separated by a comma.',
      );
    if (used.includes(current.id)) return;
    const value = [...used, current.id];
    await tx.setting.upsert({ where: { key: SETTING }, create: { key: SETTING, value }, update: { value } });
  });
}

const usedIds = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : [];
