import { whereTo, type Addresses } from '../../domain/notices/where-to';
import type { Database } from '../../platform/database';
import { normaliseEmail, normalisePhone } from '../../platform/contacts';
import type { MessageRecipient } from '../../systems/notify/port';
import { caseNumberOf, type LeasedNotification } from './rows';

/** Where a message may go, and whether a link to the case goes with it. */
export interface Destination {
  readonly to: MessageRecipient;
  /** False: an address is not in the customer's file, and a link acts in the customer's name (R36). */
  readonly mayOpenCase: boolean;
}

/** Destinations of a message by the current registers, preferred channel first; a code when it has none. */
export async function destinationsOf(
  database: Database,
  row: LeasedNotification,
): Promise<readonly Destination[] | { readonly noRecipient: string }> {
  if (row.staffId !== null) return staffMember(database, row.staffId, row.language);
  if (row.customerId !== null) return customer(database, row.customerId, row);
  const address = row.address ?? '';
  const email = normaliseEmail(address);
  if (email !== undefined) return [{ to: { kind: 'address', email }, mayOpenCase: false }];
  const phone = normalisePhone(address);
  return phone === undefined
    ? { noRecipient: 'address-unusable' }
    : [{ to: { kind: 'address', phone }, mayOpenCase: false }];
}

async function staffMember(database: Database, id: string, language: string) {
  const found = await database.staff.findUnique({ where: { id } });
  if (!found) return { noRecipient: 'recipient-unknown' };
  if (!found.active) return { noRecipient: 'recipient-inactive' };
  const name = language === 'en' ? found.nameEn : found.nameZh;
  const to = {
    kind: 'staff',
    id,
    name,
    ...reachedBy({ emails: [found.email], phones: [found.phone] }),
  } as const;
  return [{ to, mayOpenCase: false }];
}

/** The case's own sender and the customer's file, in the order that the message asks for. */
async function customer(
  database: Database,
  id: string,
  row: LeasedNotification,
): Promise<readonly Destination[] | { readonly noRecipient: string }> {
  const [found, request] = await Promise.all([
    database.customer.findUnique({
      where: { id },
      include: { contacts: { orderBy: [{ kind: 'asc' }, { value: 'asc' }] } },
    }),
    database.request.findUnique({ where: { caseNumber: caseNumberOf(row) } }),
  ]);
  if (!found) return { noRecipient: 'recipient-unknown' };
  const valuesOf = (kind: string): readonly string[] =>
    found.contacts.filter((contact) => contact.kind === kind).map(({ value }) => value);
  const file = { emails: valuesOf('email'), phones: valuesOf('phone') };
  const given = (value: string | null | undefined): readonly string[] => (value == null ? [] : [value]);
  const sender = { emails: given(request?.senderEmail), phones: given(request?.senderPhone) };
  const isInFile = ({ email, phone }: Pick<MessageRecipient, 'email' | 'phone'>): boolean =>
    (email === undefined || file.emails.includes(email)) &&
    (phone === undefined || file.phones.includes(phone));
  const ways = whereTo(row.template, sender, file).map(reachedBy);
  const reached = ways.length === 0 ? [{}] : ways;
  return reached.map((way) => ({
    to: { kind: 'customer', id, name: found.name, ...way },
    mayOpenCase: isInFile(way),
  }));
}

/** Registers are typed by people: what is no address is none. */
function reachedBy({ emails, phones }: Addresses): Pick<MessageRecipient, 'email' | 'phone'> {
  const [email] = emails.flatMap((value) => normaliseEmail(value) ?? []);
  const [phone] = phones.flatMap((value) => normalisePhone(value) ?? []);
  return { ...(email !== undefined && { email }), ...(phone !== undefined && { phone }) };
}
