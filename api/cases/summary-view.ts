import { CHANNELS, PRIORITIES, REQUEST_TYPES, STAGES } from '../../domain/case/terms';
import { WARRANTY_STATES } from '../../domain/entitlement/terms';
import { type Language } from '../../domain/bilingual';
import { ROLES } from '../../domain/identity/roles';
import type { Reader, Prisma } from '../../platform/database';
import { SERVICE_LEVELS } from '../../domain/identity/roles';
import type { CaseSummary } from './schema';
import { iso, oneOf, oneOfOrNull } from '../http/one-of';

export type CaseRow = Prisma.ServiceCaseGetPayload<object>;

/** People, customers and units referenced by the rows of a page, read once for all rows. */
interface Named {
  readonly customers: ReadonlyMap<string, string>;
  readonly staff: ReadonlyMap<string, string>;
  readonly units: ReadonlyMap<string, { readonly serial: string; readonly productCode: string }>;
}

/** Rows as they are answered, in the order given; staff are named in the reader's language. */
export async function caseSummaries(
  database: Reader,
  rows: readonly CaseRow[],
  language: Language,
): Promise<CaseSummary[]> {
  const named = await readNamed(database, rows, language);
  return rows.map((row) => summaryOf(row, named));
}

async function readNamed(database: Reader, rows: readonly CaseRow[], language: Language): Promise<Named> {
  const idsOf = (pick: (row: CaseRow) => (string | null)[]): string[] => [
    ...new Set(rows.flatMap(pick).filter((id) => id !== null)),
  ];
  const [customers, staff, units] = await Promise.all([
    database.customer.findMany({
      where: { id: { in: idsOf(({ customerId }) => [customerId]) } },
      select: { id: true, name: true },
    }),
    database.staff.findMany({
      where: { id: { in: idsOf(({ engineerId, ownerStaffId }) => [engineerId, ownerStaffId]) } },
      select: { id: true, nameEn: true, nameZh: true },
    }),
    database.unit.findMany({
      where: { id: { in: idsOf(({ unitId }) => [unitId]) } },
      select: { id: true, serial: true, productCode: true },
    }),
  ]);
  return {
    customers: new Map(customers.map(({ id, name }) => [id, name])),
    staff: new Map(staff.map(({ id, nameEn, nameZh }) => [id, language === 'zh' ? nameZh : nameEn])),
    units: new Map(units.map(({ id, ...unit }) => [id, unit])),
  };
}

function summaryOf(row: CaseRow, { customers, staff, units }: Named): CaseSummary {
  const person = (id: string | null, names: ReadonlyMap<string, string>) =>
    id === null ? null : { id, name: names.get(id) ?? id };
  const unit = row.unitId === null ? undefined : units.get(row.unitId);
  const ownerRole = oneOfOrNull(ROLES, row.ownerRole);
  return {
    number: row.number,
    version: row.seq,
    stage: oneOf(STAGES, row.stage),
    requestType: oneOfOrNull(REQUEST_TYPES, row.requestType),
    priority: oneOf(PRIORITIES, row.priority),
    paused: row.paused,
    requestNumber: row.requestNumber,
    channel: oneOf(CHANNELS, row.channel),
    senderName: row.senderName,
    subject: row.subject,
    customer: person(row.customerId, customers),
    unit: row.unitId === null || !unit ? null : { id: row.unitId, ...unit },
    regionId: row.regionId,
    outletId: row.outletId,
    engineer: person(row.engineerId, staff),
    owner:
      ownerRole === null || row.ownerOrgId === null
        ? null
        : { role: ownerRole, organisationId: row.ownerOrgId, staff: person(row.ownerStaffId, staff) },
    warranty: oneOf(WARRANTY_STATES, row.warranty ?? 'unknown'),
    serviceLevel: oneOfOrNull(SERVICE_LEVELS, row.serviceLevel),
    receivedAt: row.receivedAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    closedAt: iso(row.closedAt),
    nextDeadline:
      row.nextDeadline === null || row.nextDeadlineAt === null
        ? null
        : { clock: row.nextDeadline, at: row.nextDeadlineAt.toISOString() },
    breached: row.breached,
  };
}
