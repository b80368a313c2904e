import type { CountryCode } from 'libphonenumber-js/max';
import { customerWords } from '../../platform/customer-words';
import type { Database, Prisma, Transaction } from '../../platform/database';
import type { CustomerPatch } from './schema';
import { recordVersion } from './changes';
import { readEmail, readPhone } from '../requests/contact-input';
import { WITH_CONTACTS, type CustomerRow } from './view';
import { ApiError, badRequest } from '../http/problems';

export interface CustomerUpdate {
  readonly id: string;
  /** The version that the writer has read. */
  readonly version: number;
  readonly patch: CustomerPatch;
  /** Where a number without country code is dialled. */
  readonly country: CountryCode;
  /** Id of the member of staff who changes it. */
  readonly by: string;
}

/**
 * Corrects or completes a customer's file in one transaction.
 * @throws {ApiError} RESOURCE.STALE where somebody else has changed it since; nothing has changed then.
 */
export function updateCustomer(database: Database, update: CustomerUpdate): Promise<CustomerRow> {
  const { contacts: given, ...columns } = update.patch;
  const contacts = given && readContacts(given, update.country);
  return database.$transaction(async (tx) => {
    const row = await claim(tx, update);
    await refuseBadReferences(tx, row, update.patch);
    if (contacts) {
      const key = ({ kind, value }: { readonly kind: string; readonly value: string }) => `${kind} ${value}`;
      const held = await tx.customerContact.findMany({ where: { customerId: row.id } });
      const origins = new Map(held.map((contact) => [key(contact), contact]));
      await tx.customerContact.deleteMany({ where: { customerId: row.id } });
      await tx.customerContact.createMany({
        // A contact that stays keeps its origin.
        data: contacts.map((contact) => ({ ...origins.get(key(contact)), customerId: row.id, ...contact })),
      });
    }
    const changed = await tx.customer.update({
      where: { id: row.id },
      data: columns,
      include: WITH_CONTACTS,
    });
    const after = await tx.customer.update({
      where: { id: row.id },
      data: { words: customerWords(changed) },
      include: WITH_CONTACTS,
    });
    await recordVersion(tx, after, { by: update.by, at: new Date() });
    return after;
  });
}

/** Takes the next version: of two writers who have read the same one, the second is refused. */
async function claim(
  tx: Transaction,
  { id, version }: CustomerUpdate,
): Promise<Prisma.CustomerGetPayload<object>> {
  const { count } = await tx.customer.updateMany({
    where: { id, version },
    data: { version: { increment: 1 } },
  });
  const row = await tx.customer.findUnique({ where: { id } });
  if (!row) throw new ApiError('RESOURCE.NOT_FOUND', { what: id });
  if (count === 0)
    throw new ApiError(
      'RESOURCE.STALE',
      { what: row.number, expected: version, actual: row.version },
      'If-Match',
    );
  return row;
}

export async function refuseBadReferences(
  tx: Transaction,
  row: Pick<Prisma.CustomerGetPayload<object>, 'status' | 'regionId'>,
  { regionId, status }: Pick<CustomerPatch, 'regionId' | 'status'>,
): Promise<void> {
  if (
    regionId !== undefined &&
    (await tx.organisation.count({ where: { id: regionId, kind: 'centre', active: true } })) === 0
  )
    throw new ApiError('REQUEST.REFERENCE_UNKNOWN', { field: 'regionId', value: regionId }, 'regionId');
  if (status === 'active' && row.status === 'prospect' && (regionId ?? row.regionId) === null)
    throw badRequest('regionId', {
      en: 'a customer belongs to a region; give the region too',
      zh: '客户须归属一个区域，请一并填写',
    });
}

/** Each contact once, in the form that callers are known by. */
export function readContacts(given: NonNullable<CustomerPatch['contacts']>, country: CountryCode) {
  const read = given.map(({ kind, value, name = null }, index) => {
    const field = `contacts.${index}.value`;
    return {
      kind,
      value: kind === 'phone' ? readPhone(value, country, field) : readEmail(value, field),
      name,
    };
  });
  return [...new Map(read.map((contact) => [`${contact.kind} ${contact.value}`, contact])).values()];
}
