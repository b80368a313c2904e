import type { Role } from '../../../domain/identity/roles';
import type { Prisma } from '../../../platform/database';

/** Rows as small as the tables allow, for tests that ask who sees what and not what it says. */

const LONG_AGO = new Date('2026-01-05T01:00:00.000Z');

export const theProductRow: Prisma.ProductCreateManyInput = {
  code: 'P-1',
  nameEn: 'Compressor',
  nameZh: '压缩机',
  family: 'compressor',
  warrantyFrom: 'installation',
  labourPercent: 100,
  labourMonths: 24,
  partsPercent: 100,
  partsMonths: 24,
  travelPercent: 100,
  travelMonths: 24,
};

export const anOrganisationRow = (
  id: string,
  kind: 'hq' | 'centre' | 'outlet',
  parentId: string | null = null,
): Prisma.OrganisationCreateManyInput => ({
  id,
  kind,
  parentId,
  nameEn: id,
  nameZh: id,
  calendar: 'CN-8x5',
  provinces: [],
  city: 'Suzhou',
  phone: '+8651200000000',
});

export const aStaffRow = (
  given: { id: string; organisationId: string; roles: Role[] } & Partial<Prisma.StaffCreateManyInput>,
): Prisma.StaffCreateManyInput => ({
  login: given.id,
  nameEn: `Name of ${given.id}`,
  nameZh: `${given.id} 的姓名`,
  language: 'zh',
  email: `${given.id}@example.com`,
  phone: '+8613900000000',
  skills: [],
  ...given,
});

export const aCustomerRow = (given: {
  id: string;
  regionId: string | null;
}): Prisma.CustomerCreateManyInput => ({
  number: `C-${given.id}`,
  kind: 'company',
  name: given.id,
  language: 'zh',
  createdAt: LONG_AGO,
  ...given,
});

export const aUnitRow = (given: {
  id: string;
  customerId: string;
  serial?: string;
}): Prisma.UnitCreateManyInput => ({
  serial: `SN-${given.id}`,
  productCode: theProductRow.code,
  soldOn: LONG_AGO,
  address: 'Suzhou',
  ...given,
});

export const aContractRow = (given: {
  number: string;
  customerId: string;
}): Prisma.ServiceContractCreateManyInput => ({
  validFrom: LONG_AGO,
  validTo: LONG_AGO,
  labourPercent: 100,
  partsPercent: 100,
  travelPercent: 100,
  wearParts: false,
  causes: [],
  createdAt: LONG_AGO,
  createdBy: 'nobody',
  ...given,
});

export const aRequestRow = (
  given: { number: string; caseNumber: string } & Partial<Prisma.RequestCreateManyInput>,
): Prisma.RequestCreateManyInput => ({
  receivedAt: LONG_AGO,
  registeredAt: LONG_AGO,
  channel: 'phone',
  senderKind: 'customer',
  senderName: 'Sender',
  subject: 'Subject',
  text: 'Text',
  language: 'zh',
  idempotencyKey: `key-of-${given.number}`,
  bodyHash: 'none',
  registeredBy: 'nobody',
  openCases: [],
  ...given,
});

export const aCaseRow = (
  given: { number: string; requestNumber: string } & Partial<Prisma.ServiceCaseCreateManyInput>,
): Prisma.ServiceCaseCreateManyInput => ({
  processId: `case:${given.number}`,
  seq: 1,
  stage: 'registered',
  priority: 'normal',
  paused: false,
  channel: 'phone',
  senderName: 'Sender',
  subject: 'Subject',
  receivedAt: LONG_AGO,
  updatedAt: LONG_AGO,
  ...given,
});
