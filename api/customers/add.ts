import { randomUUID } from 'node:crypto';
import type { CountryCode } from 'libphonenumber-js/max';
import { customerWords } from '../../platform/customer-words';
import type { Database } from '../../platform/database';
import { refuseKeyReused } from '../http/idempotency-key';
import { recordVersion } from './changes';
import type { NewCustomer } from './schema';
import { readContacts, refuseBadReferences } from './update';
import { WITH_CONTACTS } from './view';

/** Left out it is empty. */
const EMPTY = { nameEn: null, province: null, city: null, address: null };

interface Entry {
  readonly file: NewCustomer;
  readonly country: CountryCode;
  /** Id of the member of staff who enters it. */
  readonly by: string;
  /** The idempotency key of the request. */
  readonly key: string;
}

/** Enters a customer whom a clerk knows all about. Under a key that was used by the same person before, the file that it made. */
export function addCustomer(
  database: Database,
  { file, country, by, key: given }: Entry,
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  const { contacts: raw = [], ...columns } = file;
  const contacts = readContacts(raw, country);
  const key = `${by}:${given}`;
  return database.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('customer ' || ${key}, 0))`;
    const earlier = await tx.customerChange.findUnique({ where: { key } });
    if (earlier) {
      refuseKeyReused(earlier.file, { ...EMPTY, ...columns, contacts });
      return { id: earlier.customerId, isNew: false };
    }
    await refuseBadReferences(tx, { status: 'prospect', regionId: null }, { ...columns, status: 'active' });
    const id = randomUUID();
    const number = `C-${id.slice(0, 8)}`;
    const at = new Date();
    const text = { ...EMPTY, ...columns, number, contacts };
    const row = await tx.customer.create({
      data: {
        ...columns,
        id,
        number,
        createdAt: at,
        words: customerWords(text),
        contacts: { create: contacts },
      },
      include: WITH_CONTACTS,
    });
    await recordVersion(tx, row, { by, at, key });
    return { id, isNew: true };
  });
}
