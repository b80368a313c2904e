import { LANGUAGES } from '../../domain/bilingual';
import type { Prisma } from '../../platform/database';
import { CONTACT_KINDS, CUSTOMER_STATUSES, type CustomerSummary } from './schema';
import { oneOf } from '../http/one-of';

export const WITH_CONTACTS = {
  contacts: { orderBy: [{ kind: 'desc' }, { value: 'asc' }] },
} as const satisfies Prisma.CustomerInclude;

export type CustomerRow = Prisma.CustomerGetPayload<{ include: typeof WITH_CONTACTS }>;

/** A customer's file as it is answered: telephone numbers first. */
export const customerSummary = (row: CustomerRow): CustomerSummary => ({
  id: row.id,
  number: row.number,
  kind: row.kind,
  status: oneOf(CUSTOMER_STATUSES, row.status),
  name: row.name,
  nameEn: row.nameEn,
  language: oneOf(LANGUAGES, row.language),
  regionId: row.regionId,
  province: row.province,
  city: row.city,
  address: row.address,
  contacts: row.contacts.map(({ kind, value, name }) => ({ kind: oneOf(CONTACT_KINDS, kind), value, name })),
  version: row.version,
  createdAt: row.createdAt.toISOString(),
});

/** The contacts learned when a caller was identified, each with the person who identified them (R2). */
export const learnedContacts = ({ contacts }: CustomerRow) =>
  contacts.flatMap(({ kind, value, learnedAt, learnedBy, learnedFrom }) =>
    learnedAt && learnedBy !== null && learnedFrom !== null
      ? [
          {
            kind: oneOf(CONTACT_KINDS, kind),
            value,
            at: learnedAt.toISOString(),
            by: learnedBy,
            from: learnedFrom,
          },
        ]
      : [],
  );
