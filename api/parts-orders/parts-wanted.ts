import type { OrderLine } from '../../domain/parts-order/commands';
import type { Principal } from '../../domain/identity/principal';
import { Prisma, type Reader } from '../../platform/database';
import { inScope } from '../access/scope';

/** Parts of an order as a storeman picks them, and the customer they are for. */
export interface Wanted {
  readonly parts: readonly {
    readonly partNumber: string;
    readonly names: { readonly en: string; readonly zh: string };
    readonly quantity: number;
  }[];
  /** Null where the order is in sight and its case is not. */
  readonly customerName: string | null;
}

interface Row {
  readonly number: string;
  readonly lines: readonly OrderLine[] | null;
  readonly customerName: string | null;
}

const NOTHING: Wanted = { parts: [], customerName: null };

/** By the number of the order. */
export async function partsWanted(
  database: Reader,
  { scope }: Pick<Principal, 'scope'>,
  numbers: readonly string[],
): Promise<(number: string) => Wanted> {
  if (numbers.length === 0) return () => NOTHING;
  const rows = await database.$queryRaw<Row[]>`
    SELECT parts_order.number, process.state->'order'->'lines' AS lines,
           CASE WHEN ${inScope(scope, 'service_case')} THEN customer.name END AS "customerName"
    FROM parts_order JOIN process ON process.id = parts_order.process_id
      LEFT JOIN service_case ON service_case.number = parts_order.case_number
      LEFT JOIN customer ON customer.id = service_case.customer_id
    WHERE parts_order.number IN (${Prisma.join([...numbers])})`;
  const wanted = new Map<string, Wanted>();
  for (const { number, lines, customerName } of rows) {
    const parts = (lines ?? []).map(({ partNumber, nameEn, nameZh, quantity }) => ({
      partNumber,
      names: { en: nameEn, zh: nameZh },
      quantity,
    }));
    wanted.set(number, { parts, customerName });
  }
  return (number) => wanted.get(number) ?? NOTHING;
}
