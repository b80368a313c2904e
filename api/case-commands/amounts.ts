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
 * A case has one currency: the one that its money is in; as long as there is none, that of the price list in force for whoever serves it.
 * Asked before the command is sent: what a process has taken already replays as it was taken.
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
