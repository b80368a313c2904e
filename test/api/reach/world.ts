import { createHash } from 'node:crypto';
import { ROLES } from '../../../domain/identity/roles';
import type { Database } from '../../../platform/database';
import { CommittedCase } from '../../support/committed-case';
import { aJpeg } from '../../support/files';
import { seedCompany } from '../../support/policies';
import { anOrder } from '../parts-orders/order-row';
import {
  aContractRow,
  anOrganisationRow,
  aCustomerRow,
  aRequestRow,
  aStaffRow,
  aUnitRow,
  theProductRow,
} from '../support/rows';
import type { Kind } from './names';

export const ORGANISATIONS = ['hq', 'east', 'west', 'east-1', 'west-1'] as const;
export type OrganisationId = (typeof ORGANISATIONS)[number];

/** Two of everything: `a` is the region east’s and its outlet’s, `b` west’s. `c` is east’s, and no outlet’s. */
export type Place = 'a' | 'b' | 'c';
type Things = Readonly<Record<Kind, string>>;

const NUMBER: Readonly<Record<Place, string>> = { a: '2026-000001', b: '2026-000002', c: '2026-000003' };
const REGION = { a: 'east', b: 'west', c: 'east' } as const;
const OUTLET = { a: 'east-1', b: 'west-1', c: undefined } as const;

export const thingsOf = (place: Place): Things => ({
  attachment: `att-${place}`,
  absence: `absence-${place}`,
  case: `AS-${NUMBER[place]}`,
  command: `command-of-${place}`,
  colleague: `enquiry-clerk.${REGION[place]}`,
  customer: `customer-${place}`,
  depot: OUTLET[place] ?? REGION[place],
  deputy: `centre-director.${place === 'b' ? 'west' : 'east'}`,
  engineer: `repair-engineer.${OUTLET[place] ?? REGION[place]}`,
  message: `message-${place}`,
  order: `PO-${NUMBER[place]}`,
  organisation: OUTLET[place] ?? REGION[place],
  outlet: OUTLET[place] ?? REGION[place],
  region: REGION[place],
  request: `RQ-${NUMBER[place]}`,
  serial: `SN-unit-${place}`,
  staff: `repair-engineer.${OUTLET[place] ?? REGION[place]}`,
  unit: `unit-${place}`,
});

/**
 * Things of a place that others cannot reach. A case can be transferred to the desk of every centre, and to
 * no outlet's.
 */
export const hiddenOf = (place: Place): Things => ({
  ...thingsOf(place),
  colleague: `enquiry-clerk.${OUTLET[place] ?? 'nowhere'}`,
});

/** As they are written, and not there. */
export const NOTHING: Things = {
  attachment: 'att-nowhere',
  absence: 'absence-nowhere',
  case: 'AS-2026-999999',
  command: 'command-of-nowhere',
  colleague: 'enquiry-clerk.nowhere',
  customer: 'customer-nowhere',
  depot: 'nowhere-1',
  deputy: 'centre-director.nowhere',
  engineer: 'repair-engineer.nowhere',
  message: 'message-nowhere',
  order: 'PO-2026-999999',
  organisation: 'nowhere',
  outlet: 'nowhere-1',
  region: 'nowhere',
  request: 'RQ-2026-999999',
  serial: 'SN-unit-nowhere',
  staff: 'repair-engineer.nowhere',
  unit: 'unit-nowhere',
};

/** Where a caller of an organisation works, and what is out of their sight. */
export const SIGHT: Readonly<
  Record<OrganisationId, { readonly own: Place; readonly beyond: readonly Place[] }>
> = {
  hq: { own: 'a', beyond: [] },
  east: { own: 'a', beyond: ['b'] },
  west: { own: 'b', beyond: ['a', 'c'] },
  'east-1': { own: 'a', beyond: ['b', 'c'] },
  'west-1': { own: 'b', beyond: ['a', 'c'] },
};

/** Things of an outlet, which `c` lacks; its region is the same as that of staff in `a`. */
const NOT_OF_C: readonly Kind[] = ['absence', 'colleague', 'deputy', 'order', 'outlet', 'region'];
export const isThere = (kind: Kind, place: Place): boolean => place !== 'c' || !NOT_OF_C.includes(kind);

export async function seedReach(database: Database): Promise<void> {
  await seedCompany(database);
  await database.organisation.createMany({
    data: [
      anOrganisationRow('west', 'centre', 'hq'),
      anOrganisationRow('east-1', 'outlet', 'east'),
      anOrganisationRow('west-1', 'outlet', 'west'),
    ],
  });
  await database.organisation.updateMany({ data: { calendar: '24x7' } });
  await database.staff.createMany({
    data: ROLES.flatMap((role) =>
      ORGANISATIONS.map((organisationId) =>
        aStaffRow({ id: `${role}.${organisationId}`, organisationId, roles: [role] }),
      ),
    ),
  });
  await database.product.create({ data: theProductRow });
  for (const place of ['a', 'b', 'c'] as const) await seedPlace(database, place);
}

const APPROVAL = {
  approvalId: 'repair-plan:1',
  approvalKind: 'repair-plan',
  what: '更换',
  ruleId: 'rule-1',
  why: { en: 'By rule', zh: '按规定' },
  askedBy: { id: 'somebody', name: '王' },
};

async function seedPlace(database: Database, place: Place): Promise<void> {
  const things = thingsOf(place);
  const [regionId, outletId] = [REGION[place], OUTLET[place]];
  await database.customer.create({ data: aCustomerRow({ id: things.customer, regionId }) });
  await database.unit.create({ data: aUnitRow({ id: things.unit, customerId: things.customer }) });
  await database.request.create({
    data: aRequestRow({
      number: things.request,
      caseNumber: things.case,
      regionId,
      customerId: things.customer,
    }),
  });
  await seedCase(database, place);
  const at = new Date('2026-03-02T01:00:00.000Z');
  await database.processCommand.create({
    data: { processId: things.case, commandId: things.command, seq: 2, at },
  });
  const bytes = Buffer.concat([aJpeg(), Buffer.from(place)]);
  await database.attachment.create({
    data: {
      id: things.attachment,
      processId: things.case,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      sizeBytes: bytes.length,
      type: 'image/jpeg',
      name: 'nameplate.jpg',
      uploadedBy: things.engineer,
      uploaderName: 'Name',
      uploadedAt: at,
      bytes: Uint8Array.from(bytes),
    },
  });
  await database.notification.create({
    data: {
      id: things.message,
      processId: things.case,
      template: 'clock-warned',
      language: 'zh',
      staffId: things.engineer,
      params: { caseNumber: things.case },
      createdAt: at,
      notBefore: at,
    },
  });
  if (outletId === undefined) return;
  await database.serviceContract.create({
    data: {
      ...aContractRow({ number: `contract-${place}`, customerId: things.customer }),
      units: { create: [{ unitId: things.unit }] },
    },
  });
  await anOrder(database, things.order, things.case, { regionId, outletId });
  await database.partsOrder.updateMany({
    where: { number: things.order },
    data: { depotIds: [things.depot] },
  });
  await database.task.create({
    data: {
      processId: things.order,
      key: 'pick',
      seq: 1,
      kind: 'pick',
      role: 'warehouse-keeper',
      organisationId: things.depot,
      openedAt: at,
      params: {},
    },
  });
  await database.task.create({
    data: {
      processId: things.case,
      key: 'approval:repair-plan:1',
      seq: 8,
      kind: 'approve',
      role: 'centre-director',
      organisationId: regionId,
      openedAt: at,
      params: APPROVAL,
    },
  });
  await database.engineerSlot.create({
    data: {
      id: things.absence,
      kind: 'absence',
      engineerId: things.engineer,
      from: new Date('2096-11-23T00:00:00Z'),
      to: new Date('2096-11-24T00:00:00Z'),
      reason: 'ill',
      registeredBy: things.engineer,
      registeredAt: at,
    },
  });
}

async function seedCase(database: Database, place: Place): Promise<void> {
  const { case: number, request, customer, unit, engineer } = thingsOf(place);
  const [regionId, outletId] = [REGION[place], OUTLET[place]];
  const it = await CommittedCase.registered(database, number, {
    requestNumber: request,
    customer: { id: customer, name: customer, status: 'active' },
    intakeOrganisationId: regionId,
    regionId,
  });
  await it.give({ type: 'answer', data: { text: '马上安排' } });
  await it.give({ type: 'classify', data: { requestType: 'repair', priority: 'normal', symptom: '不启动' } });
  if (outletId !== undefined)
    await it.give({
      type: 'dispatch',
      data: {
        engineer: { id: engineer, name: '工程师', outletId, regionId, serviceLevel: 'A' },
        appointment: { from: '2026-03-03T01:00:00.000Z', to: '2026-03-03T03:00:00.000Z' },
        parts: [],
      },
    });
  await database.serviceCase.updateMany({
    where: { number },
    data: { unitId: unit, repairedAt: new Date() },
  });
}
