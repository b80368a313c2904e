import { searchWords } from './search';

export interface CustomerText {
  readonly number: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly city: string | null;
  readonly address: string | null;
  readonly contacts: readonly {
    readonly kind: string;
    readonly value: string;
    readonly name: string | null;
  }[];
}

/** Search words of a customer's file; every writer of the file updates its `words` column. */
export const customerWords = ({ number, name, nameEn, city, address, contacts }: CustomerText): string =>
  searchWords({
    codes: [number],
    phones: contacts.filter(({ kind }) => kind === 'phone').map(({ value }) => value),
    texts: [
      name,
      nameEn,
      city,
      address,
      ...contacts.flatMap((contact) => [contact.name, contact.kind === 'phone' ? null : contact.value]),
    ],
  });
