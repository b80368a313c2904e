import {
  beforeReport,
  caseCurrency,
  refuseAmounts,
  type StatedAmounts,
} from '../../domain/case/common/currency';
import type { CaseState } from '../../domain/case/state';
import type { Database } from '../../platform/database';
import type { WireCommand } from './schema';
import { priceListInForce } from '../prices/in-force';

/**
 * Checks that an amount is in the currency of the case: the currency of its earlier amounts, else that of the
 * price list in force for its outlet. Runs before the command is sent: commands that a process has accepted
 * replay as they were.
 * @throws {DomainError} MONEY.OTHER_CURRENCY, MONEY.TOO_LARGE
 */
export async function refuseOtherMoney(
  database: Database,
  state: CaseState,
  wire: WireCommand,
  path: string,
): Promise<void> {
  const stated = statedBy(wire, state);
  if (!stated) return;
  const own = caseCurrency(wire.type === 'amendReport' ? beforeReport(state) : state);
  const currency = own ?? (await priceListInForce(database, state.serviceLevel, new Date()))?.currency;
  refuseAmounts(stated, currency, wire.type === 'amendReport' ? `${path}.changes` : path);
}

function statedBy(wire: WireCommand, { report }: CaseState): StatedAmounts | undefined {
  switch (wire.type) {
    case 'report':
      return costsIn(wire.data);
    case 'amendReport':
      return report && costsIn({ ...report, ...wire.data.changes });
    case 'leaveUnfinished':
    case 'recordTripCost':
      return costsIn(wire.data);
    default:
      return undefined;
  }
}

const costsIn = (costs: {
  readonly currency: string;
  readonly labourCostCents: number;
  readonly travelCostCents: number;
  readonly partsCostCents?: number;
}): StatedAmounts => ({
  currency: costs.currency,
  cents: [costs.labourCostCents, costs.travelCostCents, costs.partsCostCents ?? 0],
});
