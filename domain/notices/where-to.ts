/** Addresses by which somebody is reached, the one to be used first. */
export interface Addresses {
  readonly emails: readonly string[];
  readonly phones: readonly string[];
}

/**
 * Messages that bind the customer or open the case to its reader. They go to an address of a sender only where the customer's file knows
 * that sender by one of their addresses: a dealer who asked for a customer neither decides their quote nor answers their survey (ADR 39).
 */
const FOR_THE_CUSTOMER: readonly string[] = [
  'case-link',
  'quote-offered',
  'quote-offered-in-part',
  'quote-reminder',
  'quote-lapsed',
  'quote-void',
  'invoice-issued',
  'invoice-issued-in-part',
  'invoice-credited',
  'report-amended',
  'survey-asked',
  'survey-reminder',
];

/**
 * Where a message of a case to its customer goes: to the sender's own address, also where the customer's file does not have it (R1: the
 * sender gets an answer), and to those of the file where nothing carries it there. Gives the ways in the order in which they are tried.
 * @param sender addresses given with the request. @param file those of the customer's file.
 */
export function whereTo(template: string, sender: Addresses, file: Addresses): readonly Addresses[] {
  const isKnown =
    sender.emails.some((email) => file.emails.includes(email)) ||
    sender.phones.some((phone) => file.phones.includes(phone));
  const ways = !FOR_THE_CUSTOMER.includes(template) || isKnown ? [sender, file] : [file, sender];
  return ways.filter(({ emails, phones }) => emails.length + phones.length > 0);
}
