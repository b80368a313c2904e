import type { Database } from '../../platform/database';
import { normaliseEmail, normalisePhone } from '../../platform/contacts';
import type { MessageRecipient } from '../../systems/notify/port';
import { caseNumberOf, type LeasedNotification } from './rows';

/** Where a message goes as the registers stand now; a code where it goes to nobody. */
export async function recipientOf(
  database: Database,
  row: LeasedNotification,
): Promise<MessageRecipient | { readonly nobody: string }> {
  if (row.staffId !== null) return staffMember(database, row.staffId, row.language);
  if (row.customerId !== null) return customer(database, row.customerId, caseNumberOf(row));
  const address = row.address ?? '';
  const email = normaliseEmail(address);
  if (email !== undefined) return { kind: 'address', email };
  const phone = normalisePhone(address);
  return phone === undefined ? { nobody: 'address-unusable' } : { kind: 'address', phone };
}

async function staffMember(database: Database, id: string, language: string) {
  const found = await database.staff.findUnique({ where: { id } });
  if (!found) return { nobody: 'recipient-unknown' };
  if (!found.active) return { nobody: 'recipient-inactive' };
  const name = language === 'en' ? found.nameEn : found.nameZh;
  return { kind: 'staff', id, name, ...reachedBy([found.email], [found.phone]) } as const;
}

/** A customer with several addresses is written to at the one that the request came from. */
async function customer(database: Database, id: string, caseNumber: string) {
  const [found, request] = await Promise.all([
    database.customer.findUnique({
      where: { id },
      include: { contacts: { orderBy: [{ kind: 'asc' }, { value: 'asc' }] } },
    }),
    database.request.findUnique({ where: { caseNumber } }),
  ]);
  if (!found) return { nobody: 'recipient-unknown' };
  const valuesOf = (kind: string, preferred: string | null | undefined): readonly string[] => {
    const values = found.contacts.filter((contact) => contact.kind === kind).map(({ value }) => value);
    return preferred != null && values.includes(preferred) ? [preferred] : values;
  };
  const emails = valuesOf('email', request?.senderEmail);
  return {
    kind: 'customer',
    id,
    name: found.name,
    ...reachedBy(emails, valuesOf('phone', request?.senderPhone)),
  } as const;
}

/** Registers are typed by people: what is no address is none. */
function reachedBy(emails: readonly string[], phones: readonly string[]) {
  const [email] = emails.flatMap((value) => normaliseEmail(value) ?? []);
  const [phone] = phones.flatMap((value) => normalisePhone(value) ?? []);
  return { ...(email !== undefined && { email }), ...(phone !== undefined && { phone }) };
}
