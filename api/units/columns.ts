import type { NewUnit } from './schema';
import { dateOf } from '../entitlement/columns';
import { badRequest } from '../http/problems';

type Given = Partial<
  Pick<
    NewUnit,
    'productCode' | 'customerId' | 'soldOn' | 'deliveredOn' | 'installedOn' | 'address' | 'timeZone'
  >
> & { readonly transferredOn?: string | null };

/** The fields of a new unit, or of a correction, as the register holds them. @throws {ApiError} for a zone that does not exist. */
export function columnsOf(given: Given) {
  const { productCode, customerId, soldOn, deliveredOn, installedOn, transferredOn, address, timeZone } =
    given;
  const day = (value: string | null): Date | null => (value === null ? null : dateOf(value));
  if (timeZone !== undefined && timeZone !== null && !isZone(timeZone))
    throw badRequest('timeZone', { en: 'the value is not an IANA time zone', zh: '不是有效的 IANA 时区' });
  return {
    ...(productCode !== undefined && { productCode }),
    ...(customerId !== undefined && { customerId }),
    ...(soldOn !== undefined && { soldOn: dateOf(soldOn) }),
    ...(deliveredOn !== undefined && { deliveredOn: day(deliveredOn) }),
    ...(installedOn !== undefined && { installedOn: day(installedOn) }),
    ...(transferredOn !== undefined && { transferredOn: day(transferredOn) }),
    ...(address !== undefined && { address }),
    ...(timeZone !== undefined && { timeZone }),
  };
}

function isZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).format(0) !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
