import type { OpeningStock } from '../../systems/parts/opening-stock';
import type { PartsPort } from '../../systems/parts/port';
import type { ReserveBody } from '../../systems/parts/reservation-port';

/** An implementation of the parts port under test, with the ways to fill it and to check its books. */
export interface PartsUnderTest {
  readonly port: PartsPort;
  receive(opening: OpeningStock): Promise<unknown>;
  /** Differences within its stock ledger; empty when consistent. */
  differences(): Promise<readonly unknown[]>;
  stop(): Promise<void>;
}

export const AT = '2026-03-02T01:30:00.000Z';

let count = 0;
/** A fresh id, so that the tests of one database do not meet. */
export const fresh = (prefix: string): string => `${prefix}-${String((count += 1)).padStart(4, '0')}`;

export const aPart = (
  partNumber: string,
  changes: Partial<OpeningStock['parts'][number]> = {},
): OpeningStock['parts'][number] => ({
  partNumber,
  nameEn: `Control board ${partNumber}`,
  nameZh: `控制板 ${partNumber}`,
  model: 'KX-200',
  material: 'FR-4',
  abcClass: 'A',
  critical: true,
  unitCostCents: 128_050,
  currency: 'CNY',
  ...changes,
});

/** Receives fresh parts, one for each argument (pieces by depot), and gives their numbers. */
export type Stocked = (...byDepot: readonly Record<string, number>[]) => Promise<string[]>;

/** `openingStock({ 'PCB-1': { shanghai: 3 } })`: pieces by part and depot. */
export const openingStock = (stock: Record<string, Record<string, number>>): OpeningStock => ({
  at: AT,
  depots: [...new Set(Object.values(stock).flatMap((byDepot) => Object.keys(byDepot)))].map((id) => ({
    id,
    nameEn: `Depot ${id}`,
    nameZh: `${id} 仓库`,
  })),
  parts: Object.keys(stock).map((partNumber) => aPart(partNumber)),
  quantities: Object.entries(stock).flatMap(([partNumber, byDepot]) =>
    Object.entries(byDepot).map(([depot, quantity]) => ({ depot, partNumber, quantity })),
  ),
});

export const aReservation = (
  lines: ReserveBody['lines'],
  changes: Partial<ReserveBody & { key: string }> = {},
) => ({
  key: fresh('case/SC-2026-000123:12'),
  reference: 'SC-2026-000123',
  lines,
  at: AT,
  ...changes,
});

/** Free and reserved pieces of a part over all depots. */
export const totals = async (
  port: PartsPort,
  partNumber: string,
): Promise<{ available: number; reserved: number }> => {
  const { depots } = await port.stockOf(partNumber);
  return {
    available: depots.reduce((sum, { available }) => sum + available, 0),
    reserved: depots.reduce((sum, { reserved }) => sum + reserved, 0),
  };
};
