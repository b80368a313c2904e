import { Type } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import type { Database, Transaction } from '../../platform/database';
import { hashPassword } from '../../platform/passwords';
import { type OpeningStock, receiveOpeningStock } from '../../systems/parts/opening-stock';
import type { Company } from './company-shapes';
import { readCompany } from './read-company';
import { writeRegisters } from './write-registers';

const TRANSACTION = { maxWait: 10_000, timeout: 60_000 } as const;
const ANCHOR_KEY = 'sample';
const Anchor = Type.Object({ anchor: Type.String() });

/**
 * `sample` adds what is missing and leaves what is there to the people who have worked with it since; `import` brings rows that are
 * there up to date with the files. Neither changes a password that is set.
 */
export type LoadMode = 'sample' | 'import';

export interface LoadedCompany {
  /**
   * First load of the sample, ISO-8601: the "now" that the times of its requests are relative to. Null after
   * an import.
   */
  readonly anchor: string | null;
  readonly organisations: number;
  readonly staff: number;
  readonly customers: number;
  readonly units: number;
  readonly parts: number;
}

/**
 * Writes a company: its registers in one transaction, then its opening stock into the parts system.
 * @param directory such as `samples/company`. @param password every member of staff who is new logs in with it.
 * @throws {SampleFileError} naming file, row and field; nothing has been written then.
 */
export async function loadCompany(
  prisma: Database,
  directory: string,
  password: string,
  mode: LoadMode = 'sample',
): Promise<LoadedCompany> {
  const company = await readCompany(directory);
  const hashes = await passwordHashes(prisma, company, password);
  const anchor = await prisma.$transaction(async (tx) => {
    await writeRegisters(tx, company, hashes, mode === 'import' ? 'update' : 'keep');
    return mode === 'sample' ? anchorOf(tx) : null;
  }, TRANSACTION);
  await receiveOpeningStock(prisma, openingStock(company));
  const { organisations, staff, customers, units, parts } = company;
  return {
    anchor,
    organisations: organisations.length,
    staff: staff.length,
    customers: customers.length,
    units: units.length,
    parts: parts.parts.length,
  };
}

/** A hash with a salt of its own for everybody who has none; hashing is slow on purpose. */
async function passwordHashes(
  prisma: Database,
  { staff }: Company,
  password: string,
): Promise<ReadonlyMap<string, string>> {
  const known = await prisma.staff.findMany({ where: { passwordHash: { not: null } }, select: { id: true } });
  const fresh = staff.filter(({ id }) => !known.some((member) => member.id === id));
  return new Map(await Promise.all(fresh.map(async ({ id }) => [id, await hashPassword(password)] as const)));
}

/** The first load's instant, to the second; later loads keep it, so that the sample requests stay word for word the same. */
async function anchorOf(tx: Transaction): Promise<string> {
  const now = new Date(Math.floor(Date.now() / 1000) * 1000).toISOString();
  const create = { key: ANCHOR_KEY, value: { anchor: now } };
  const { value } = await tx.setting.upsert({ where: { key: ANCHOR_KEY }, create, update: {} });
  return Value.Parse(Anchor, value).anchor;
}

const openingStock = ({ parts: { countedAt, depots, parts } }: Company): OpeningStock => ({
  at: countedAt,
  depots,
  parts: parts.map((part) => ({
    partNumber: part.partNumber,
    nameEn: part.nameEn,
    nameZh: part.nameZh,
    model: part.model,
    material: part.material,
    abcClass: part.abcClass,
    critical: part.critical,
    unitCostCents: part.unitCostCents,
    currency: part.currency,
  })),
  quantities: parts.flatMap(({ partNumber, quantities }) =>
    Object.entries(quantities).map(([depot, quantity]) => ({ depot, partNumber, quantity })),
  ),
});
