import type { Bilingual } from '../../domain/bilingual';
import type { Money } from '../../domain/money/money';
import type { CataloguePart, PartsPort } from '../../systems/parts/port';
import { createPartsClient } from '../../systems/parts/client';
import { SystemRefusal, SystemUnavailable } from '../../systems/shared/errors';
import type { ApiDependencies } from '../context';
import { ApiError } from '../http/problems';

const TIMEOUT_MS = 5_000;
/** Short limit for optional facts. */
const FACTS_TIMEOUT_MS = 2_000;

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

/** A part as the catalogue has it. @throws {ApiError} REQUEST.REFERENCE_UNKNOWN naming the field of one that is not there, PARTS.UNAVAILABLE. */
export async function cataloguePart(
  parts: PartsPort,
  partNumber: string,
  field: string,
): Promise<CataloguePart> {
  try {
    return await parts.part(partNumber);
  } catch (error) {
    if (error instanceof SystemRefusal)
      throw new ApiError('REQUEST.REFERENCE_UNKNOWN', { field, value: partNumber }, field);
    if (error instanceof SystemUnavailable) throw new ApiError('PARTS.UNAVAILABLE');
    throw error;
  }
}

/** Names of parts in the catalogue. Omits unknown parts, and all parts while the parts system is away. */
export const partNames = (
  dependencies: Pick<ApiDependencies, 'config' | 'logger'>,
  partNumbers: Iterable<string>,
): Promise<ReadonlyMap<string, Bilingual>> =>
  fromCatalogue(dependencies, partNumbers, ({ nameEn, nameZh }) => ({ en: nameEn, zh: nameZh }));

/** Unit cost of each part; omitted in the same cases. */
export const partCosts = (
  dependencies: Pick<ApiDependencies, 'config' | 'logger'>,
  partNumbers: Iterable<string>,
): Promise<ReadonlyMap<string, Money>> =>
  fromCatalogue(dependencies, partNumbers, ({ unitCostCents: amountCents, currency }) => ({
    amountCents,
    currency,
  }));

async function fromCatalogue<T>(
  { config, logger }: Pick<ApiDependencies, 'config' | 'logger'>,
  partNumbers: Iterable<string>,
  read: (part: CataloguePart) => T,
): Promise<ReadonlyMap<string, T>> {
  const facts = new Map<string, T>();
  const wanted = [...new Set(partNumbers)];
  if (wanted.length === 0) return facts;
  const find = async (parts: PartsPort, partNumber: string): Promise<void> => {
    try {
      facts.set(partNumber, read(await parts.part(partNumber)));
    } catch (error) {
      if (!(error instanceof SystemRefusal)) throw error;
    }
  };
  try {
    await withParts(config, (parts) => Promise.all(wanted.map((one) => find(parts, one))), FACTS_TIMEOUT_MS);
  } catch (error) {
    if (!(error instanceof SystemUnavailable)) throw error;
    logger.warn({ err: error, partNumbers: wanted }, 'parts shown without their catalogue data');
  }
  return facts;
}
