import type { Bilingual } from '../../domain/bilingual';
import { ENDED_STAGES } from '../../domain/case/terms';
import type { Database, Transaction } from '../../platform/database';
import type { OrganisationRecord } from './record-schema';

type Use = OrganisationRecord['use'];

/** Whatever would have no place if an organisation closed. */
export async function useOf(database: Database | Transaction, id: string): Promise<Use> {
  const orders = await database.partsOrder.findMany({
    where: { OR: [{ regionId: id }, { outletId: id }, { depotIds: { has: id } }, { ownerOrgId: id }] },
    select: { processId: true },
  });
  return {
    people: await database.staff.count({ where: { organisationId: id, active: true } }),
    organisations: await database.organisation.count({ where: { parentId: id, active: true } }),
    cases: await database.serviceCase.count({
      where: {
        stage: { notIn: [...ENDED_STAGES] },
        OR: [{ regionId: id }, { outletId: id }, { ownerOrgId: id }],
      },
    }),
    orders: await database.process.count({
      where: { id: { in: orders.map(({ processId }) => processId) }, ended: false },
    }),
    customers: await database.customer.count({ where: { regionId: id } }),
  };
}

const NAMES: Readonly<Record<keyof Use | 'pieces', Bilingual>> = {
  people: { en: 'people', zh: '名员工' },
  organisations: { en: 'organisations below it', zh: '个下级机构' },
  cases: { en: 'open cases', zh: '张未结服务单' },
  orders: { en: 'open parts orders', zh: '张未结备件订单' },
  customers: { en: 'customers of its region', zh: '名所辖客户' },
  pieces: { en: 'pieces in stock', zh: '件库存' },
};

const isKind = (kind: string): kind is keyof typeof NAMES => Object.hasOwn(NAMES, kind);

/** Counts by kind in words; undefined where all are nought. */
export function useInWords(use: Partial<Use> & { readonly pieces?: number }): Bilingual | undefined {
  const there = Object.entries(use).flatMap(([kind, n]) => (isKind(kind) && n > 0 ? [{ kind, n }] : []));
  if (there.length === 0) return undefined;
  return {
    en: there.map(({ kind, n }) => `${n} ${NAMES[kind].en}`).join(', '),
    zh: there.map(({ kind, n }) => `${n} ${NAMES[kind].zh}`).join('、'),
  };
}
