import { dateOf, sharesColumns, termsColumns } from '../../api/entitlement/columns';
import { importRules } from '../../api/entitlement/import-rules';
import { lockPrices, refuseListOverlap, refusePriceOverlap } from '../../api/prices/overlap';
import { ApiError, problemOf } from '../../api/http/problems';
import { parseCalendar } from '../../domain/clock/calendar';
import type { Prisma, Transaction } from '../../platform/database';
import { customerWords } from '../../platform/customer-words';
import { bringUpToDate } from './bring-up-to-date';
import type { Company } from './company-shapes';
import { SampleFileError } from './read-file';
import { importUnit } from './import-unit';
import { refuseTakenSerials } from './serial-conflicts';

/** Author recorded for entries from the files. */
const IMPORT = 'import';

/** Treatment of rows that already exist. */
export type Existing = 'keep' | 'update';

/** Writes every register of a company, referenced rows first. @param hashes of the passwords of new staff, by their ids. */
export async function writeRegisters(
  tx: Transaction,
  company: Company,
  hashes: ReadonlyMap<string, string>,
  existing: Existing,
): Promise<void> {
  await write(existing, calendarRows(company), {
    create: (data) => tx.calendar.createMany({ data, skipDuplicates: true }),
    upsert: (row) => {
      const { code, effectiveFrom } = row;
      return tx.calendar.upsert({
        where: { code_effectiveFrom: { code, effectiveFrom } },
        create: row,
        update: row,
      });
    },
  });
  await write(existing, policyRows(company), {
    create: (data) => tx.clockPolicy.createMany({ data, skipDuplicates: true }),
    upsert: (row) => tx.clockPolicy.upsert({ where: { id: row.id }, create: row, update: row }),
  });
  await write(existing, company.faultCodes, {
    create: (data) => tx.faultCode.createMany({ data, skipDuplicates: true }),
    upsert: (row) => tx.faultCode.upsert({ where: { code: row.code }, create: row, update: row }),
  });
  await write(existing, company.causeCodes, {
    create: (data) => tx.causeCode.createMany({ data, skipDuplicates: true }),
    upsert: (row) => tx.causeCode.upsert({ where: { code: row.code }, create: row, update: row }),
  });
  await write(existing, repeatPolicyRows(company), {
    create: (data) => tx.repeatRepairPolicy.createMany({ data, skipDuplicates: true }),
    upsert: (row) => tx.repeatRepairPolicy.upsert({ where: { id: row.id }, create: row, update: row }),
  });
  await write(existing, company.priceLists.map(inForce), {
    create: (data) => tx.priceList.createMany({ data, skipDuplicates: true }),
    upsert: (row) => tx.priceList.upsert({ where: { id: row.id }, create: row, update: row }),
  });
  await write(existing, company.partPrices.map(inForce), {
    create: (data) => tx.partPrice.createMany({ data, skipDuplicates: true }),
    upsert: (row) => tx.partPrice.upsert({ where: { id: row.id }, create: row, update: row }),
  });
  if (existing === 'update') await refusePriceOverlaps(tx, company);
  await write(existing, approvalRuleRows(company), {
    create: (data) => tx.approvalRule.createMany({ data, skipDuplicates: true }),
    upsert: ({ code, effectiveFrom, ...rest }) =>
      tx.approvalRule.upsert({
        where: { code_effectiveFrom: { code, effectiveFrom } },
        create: { code, effectiveFrom, ...rest },
        update: rest,
      }),
  });
  await write(existing, company.organisations, {
    create: (data) => tx.organisation.createMany({ data, skipDuplicates: true }),
    upsert: (row) => tx.organisation.upsert({ where: { id: row.id }, create: row, update: row }),
  });
  await write(existing, staffRows(company, hashes), {
    create: (data) => tx.staff.createMany({ data, skipDuplicates: true }),
    upsert: (row) => tx.staff.upsert({ where: { id: row.id }, create: row, update: row }),
  });
  await write(existing, customerRows(company), {
    create: (data) => tx.customer.createMany({ data, skipDuplicates: true }),
    upsert: (row) =>
      bringUpToDate(row, {
        find: () => tx.customer.findUnique({ where: { id: row.id } }),
        create: () => tx.customer.create({ data: row }),
        update: (version) => tx.customer.update({ where: { id: row.id }, data: { ...row, version } }),
      }),
  });
  await tx.customerContact.createMany({
    data: company.customers.flatMap(({ id, contacts }) =>
      contacts.map((contact) => ({ customerId: id, ...contact })),
    ),
    skipDuplicates: true,
  });
  await write(existing, productRows(company), {
    create: (data) => tx.product.createMany({ data, skipDuplicates: true }),
    upsert: (row) =>
      bringUpToDate(row, {
        find: () => tx.product.findUnique({ where: { code: row.code } }),
        create: () => tx.product.create({ data: row }),
        update: (version) => tx.product.update({ where: { code: row.code }, data: { ...row, version } }),
      }),
  });
  await refuseTakenSerials(tx, company);
  await write(existing, unitRows(company), {
    create: (data) => tx.unit.createMany({ data, skipDuplicates: true }),
    upsert: (row) => importUnit(tx, row, { by: IMPORT, at: new Date(), reason: 'aftercare import' }),
  });
  if (existing === 'keep')
    await tx.entitlementRule.createMany({ data: ruleRows(company), skipDuplicates: true });
  else
    await importRules(tx, ruleRows(company), { by: IMPORT, now: new Date() }).catch(
      asFaultOf('entitlement-rules.json'),
    );
  await write(existing, contractRows(company), {
    create: (data) => tx.serviceContract.createMany({ data, skipDuplicates: true }),
    upsert: (row) => tx.serviceContract.upsert({ where: { number: row.number }, create: row, update: row }),
  });
  await tx.serviceContractUnit.createMany({
    data: company.contracts.flatMap(({ number, unitIds }) =>
      unitIds.map((unitId) => ({ contractNumber: number, unitId })),
    ),
    skipDuplicates: true,
  });
}

/** Judged together in the end: one may take the day of another that has moved. */
async function refusePriceOverlaps(tx: Transaction, { priceLists, partPrices }: Company): Promise<void> {
  await lockPrices(tx);
  for (const row of priceLists.map(inForce))
    await refuseListOverlap(tx, row).catch(asFaultOf('price-lists.json'));
  for (const row of partPrices.map(inForce))
    await refusePriceOverlap(tx, row).catch(asFaultOf('part-prices.json'));
}

/** Turns a register's refusal into a fault for the author of the file. */
const asFaultOf =
  (file: string) =>
  (error: unknown): never => {
    throw error instanceof ApiError
      ? new SampleFileError(`${file}: ${problemOf(error, 'en').detail}`)
      : error;
  };

interface Table<T> {
  readonly create: (rows: T[]) => Promise<unknown>;
  readonly upsert: (row: T) => Promise<unknown>;
}

async function write<T>(existing: Existing, rows: readonly T[], { create, upsert }: Table<T>): Promise<void> {
  if (existing === 'keep') await create([...rows]);
  else for (const row of rows) await upsert(row);
}

const calendarRows = ({ calendars }: Company) =>
  calendars.flatMap(({ code, versions }) =>
    versions.map(({ effectiveFrom, nameEn, nameZh, definition }) => ({
      code,
      effectiveFrom: new Date(effectiveFrom),
      nameEn,
      nameZh,
      definition: asJson(definition),
    })),
  );

const policyRows = ({ policies }: Company) => policies.map(inForce);

const inForce = <T extends { effectiveFrom: string; effectiveTo: string | null }>(row: T) => ({
  ...row,
  effectiveFrom: new Date(row.effectiveFrom),
  effectiveTo: row.effectiveTo === null ? null : new Date(row.effectiveTo),
});

const repeatPolicyRows = ({ repeatRepairPolicies }: Company) =>
  repeatRepairPolicies.map((policy) => ({ ...policy, effectiveFrom: new Date(policy.effectiveFrom) }));

const approvalRuleRows = ({ approvalRules }: Company) =>
  approvalRules.map((rule) => ({ ...rule, effectiveFrom: new Date(rule.effectiveFrom) }));

const staffRows = ({ staff }: Company, hashes: ReadonlyMap<string, string>) =>
  staff.map((member) => {
    const passwordHash = hashes.get(member.id);
    return { ...member, ...(passwordHash !== undefined && { passwordHash }) };
  });

const customerRows = ({ customers }: Company) =>
  customers.map(({ contacts, createdOn, ...customer }) => ({
    ...customer,
    createdAt: new Date(`${createdOn}T00:00:00+08:00`),
    words: customerWords({ ...customer, contacts }),
  }));

const productRows = ({ products }: Company) =>
  products.map(({ labour, parts, travel, ...product }) => ({
    ...product,
    ...termsColumns({ labour, parts, travel }),
  }));

const ruleRows = ({ entitlementRules }: Company) =>
  entitlementRules.map(({ effectiveFrom, effectiveTo, ...rule }) => ({
    ...rule,
    effectiveFrom: dateOf(effectiveFrom),
    effectiveTo: effectiveTo === null ? null : dateOf(effectiveTo),
  }));

const contractRows = ({ contracts }: Company) =>
  contracts.map(({ unitIds: _units, validFrom, validTo, labour, parts, travel, ...contract }) => ({
    ...contract,
    validFrom: dateOf(validFrom),
    validTo: dateOf(validTo),
    ...sharesColumns({ labour, parts, travel }),
    createdAt: dateOf(validFrom),
    createdBy: IMPORT,
  }));

const unitRows = ({ units }: Company) =>
  units.map(({ soldOn, installedOn, deliveredOn, ...unit }) => ({
    ...unit,
    soldOn: dateOf(soldOn),
    ...(deliveredOn !== undefined && { deliveredOn: deliveredOn === null ? null : dateOf(deliveredOn) }),
    installedOn: installedOn === null ? null : dateOf(installedOn),
  }));

/** A calendar as plain JSON, in the form `parseCalendar` reads it back from. */
function asJson(definition: unknown): Prisma.InputJsonValue {
  const calendar = parseCalendar(definition, 'definition');
  if (calendar === '24x7') return calendar;
  const { timeZone, hours, holidays, extraWorkingDays } = calendar;
  const spans = (days: typeof hours | typeof extraWorkingDays): Record<string, string[][]> =>
    Object.fromEntries(Object.entries(days).map(([day, times]) => [day, times.map((span) => [...span])]));
  return {
    timeZone,
    hours: spans(hours),
    holidays: [...holidays],
    extraWorkingDays: spans(extraWorkingDays),
  };
}
