import type { Bilingual } from '../domain/case/terms';
import type { PartsPort } from '../systems/parts/port';
import { createPartsClient } from '../systems/parts/client';
import { SystemRefusal, SystemUnavailable } from '../systems/shared/errors';
import type { ApiDependencies } from './context';

const TIMEOUT_MS = 5_000;
/** Of a paper that can do without. */
const NAMES_TIMEOUT_MS = 2_000;

/** The parts system, for as long as `use` takes. */
export async function withParts<T>(
  { AFTERCARE_PARTS_URL: baseUrl, AFTERCARE_SYSTEMS_TOKEN: token }: ApiDependencies['config'],
  use: (parts: PartsPort) => Promise<T>,
  timeoutMs = TIMEOUT_MS,
): Promise<T> {
  const client = createPartsClient({ baseUrl, token, timeoutMs });
  try {
    return await use(client);
  } finally {
    await client.close();
  }
}

/** What parts are called in the catalogue. One that is not in it has no name here, and none has where the parts system is away. */
export async function partNames(
  { config, logger }: Pick<ApiDependencies, 'config' | 'logger'>,
  partNumbers: Iterable<string>,
): Promise<ReadonlyMap<string, Bilingual>> {
  const names = new Map<string, Bilingual>();
  const wanted = [...new Set(partNumbers)];
  if (wanted.length === 0) return names;
  const find = async (parts: PartsPort, partNumber: string): Promise<void> => {
    try {
      const { nameEn, nameZh } = await parts.part(partNumber);
      names.set(partNumber, { en: nameEn, zh: nameZh });
    } catch (error) {
      if (!(error instanceof SystemRefusal)) throw error;
    }
  };
  try {
    await withParts(config, (parts) => Promise.all(wanted.map((one) => find(parts, one))), NAMES_TIMEOUT_MS);
  } catch (error) {
    if (!(error instanceof SystemUnavailable)) throw error;
    logger.warn({ err: error, partNumbers: wanted }, 'parts go without their names');
  }
  return names;
}
