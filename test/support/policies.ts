import { HQ } from '../../domain/identity/scope';
import type { Database, Prisma } from '../../platform/database';
import { receiveOpeningStock } from '../../systems/parts/opening-stock';

const HOUR_S = 3_600;
export const DAY_S = 24 * HOUR_S;

type Policy = Prisma.ClockPolicyCreateManyInput;

/** A promise of some days round the clock: warned half-way, escalated the day after, and the next week. */
export const aPolicy = (clock: string, days: number, changes: Partial<Policy> = {}): Policy => ({
  id: clock,
  clock,
  effectiveFrom: new Date('2020-01-01T00:00:00Z'),
  targetSeconds: days * DAY_S,
  calendar: '24x7',
  warnAt: [0.5],
  escalate: [
    { afterSeconds: DAY_S, to: 'centre-director' },
    { afterSeconds: 7 * DAY_S, to: 'hq-service-manager' },
  ],
  pausable: true,
  ...changes,
});

/** The minimal company: calendars, a policy for each clock, two tiers with staff in each, parts in stock. */
export async function seedCompany(database: Database): Promise<void> {
  const effectiveFrom = new Date('2020-01-01T00:00:00Z');
  await database.calendar.createMany({
    data: [{ code: '24x7', effectiveFrom, nameEn: 'Round the clock', nameZh: '全天候', definition: '24x7' }],
  });
  await database.clockPolicy.createMany({
    data: [
      aPolicy('answer', 1, { pausable: false }),
      aPolicy('resolution', 7),
      aPolicy('offer', 1, { escalate: [{ afterSeconds: 0, to: 'centre-director' }], expireAfterSeconds: 0 }),
      aPolicy('arrival', 1),
      aPolicy('quote', 15, { escalate: [], expireAfterSeconds: 0, pausable: false }),
      aPolicy('survey', 7, { escalate: [], expireAfterSeconds: 7 * DAY_S }),
      aPolicy('follow-up', 1, { pausable: false }),
      aPolicy('revisit', 14),
      aPolicy('parts-delivery', 7),
      aPolicy('old-part-return', 15, { expireAfterSeconds: 15 * DAY_S }),
      aPolicy('parts-recall', 7),
      aPolicy('approval', 2),
      // Clock of the errand, the process that exists only in tests.
      aPolicy('reply', 14, { warnAt: [0.5, 0.75], expireAfterSeconds: 21 * DAY_S }),
    ],
  });
  await seedStaff(database);
  await receiveOpeningStock(database, {
    at: effectiveFrom.toISOString(),
    depots: [{ id: HQ, nameEn: 'Central depot', nameZh: '中心库' }],
    parts: [
      {
        partNumber: 'FILTER-1',
        nameEn: 'Oil filter',
        nameZh: '油过滤器',
        model: 'OF-22',
        material: 'steel',
        abcClass: 'A',
        critical: true,
        unitCostCents: 12_800,
        currency: 'CNY',
      },
    ],
    quantities: [{ depot: HQ, partNumber: 'FILTER-1', quantity: 1_000 }],
  });
}

async function seedStaff(database: Database): Promise<void> {
  const place = { provinces: [], city: '上海', phone: '+862100000000', calendar: '24x7', serviceLevel: 'A' };
  await database.organisation.createMany({
    data: [
      { ...place, id: HQ, kind: 'hq', nameEn: 'Headquarters', nameZh: '总部' },
      { ...place, id: 'east', kind: 'centre', nameEn: 'East', nameZh: '华东', parentId: HQ },
    ],
  });
  const person = { language: 'zh', phone: '+8613800000000', skills: [] };
  await database.staff.createMany({
    data: [
      { id: 'manager', roles: ['hq-service-manager'], organisationId: HQ, nameEn: 'Manager', nameZh: '经理' },
      {
        id: 'director',
        roles: ['centre-director'],
        organisationId: 'east',
        nameEn: 'Director',
        nameZh: '主任',
      },
      { id: 'clerk', roles: ['enquiry-clerk'], organisationId: 'east', nameEn: 'Clerk', nameZh: '坐席' },
      {
        id: 'engineer',
        roles: ['repair-engineer'],
        organisationId: 'east',
        nameEn: 'Engineer',
        nameZh: '工程师',
      },
    ].map((one) => ({ ...person, ...one, login: one.id, email: `${one.id}@example.test` })),
  });
}
