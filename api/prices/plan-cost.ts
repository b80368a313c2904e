import type { Money } from '../../domain/money/money';
import { costOfPlan, type PlanTotal } from '../../domain/case/approval/plan-cost';
import type { PartLine } from '../../domain/case/facts';
import type { ServiceLevel } from '../../domain/identity/roles';
import type { ApiDependencies } from '../context';
import { partCosts } from '../parts-orders/catalogue';
import { partPricesInForce, priceListInForce } from './in-force';

interface Plan {
  readonly parts: readonly PartLine[];
  readonly estimate: Money | undefined;
  readonly serviceLevel: ServiceLevel | undefined;
}

/**
 * Internal cost of a plan's parts from the price register; from the parts catalogue for parts that it lacks.
 */
export async function planTotal(
  dependencies: Pick<ApiDependencies, 'config' | 'database' | 'logger'>,
  { parts, estimate, serviceLevel }: Plan,
): Promise<PlanTotal> {
  if (parts.length === 0) return costOfPlan([], estimate);
  const costs = await unitCosts(
    dependencies,
    parts.map(({ partNumber }) => partNumber),
    serviceLevel,
  );
  return costOfPlan(
    parts.map((part) => {
      const unitCost = costs.get(part.partNumber);
      return { ...part, ...(unitCost && { unitCost }) };
    }),
    estimate,
  );
}

/** Internal cost per piece, from the same sources; omits unknown parts. */
export async function unitCosts(
  dependencies: Pick<ApiDependencies, 'config' | 'database' | 'logger'>,
  partNumbers: readonly string[],
  serviceLevel: ServiceLevel | undefined,
): Promise<ReadonlyMap<string, Money>> {
  const numbers = [...new Set(partNumbers)];
  if (numbers.length === 0) return new Map();
  const { database } = dependencies;
  const now = new Date();
  const [list, prices] = await Promise.all([
    priceListInForce(database, serviceLevel, now),
    partPricesInForce(database, numbers, now),
  ]);
  const registered = (partNumber: string): Money | undefined => {
    const known = prices.filter((price) => price.partNumber === partNumber);
    const price = known.find(({ currency }) => currency === list?.currency) ?? known[0];
    return price && { amountCents: price.costCents, currency: price.currency };
  };
  const unknown = numbers.filter((partNumber) => registered(partNumber) === undefined);
  const catalogue = await partCosts(dependencies, unknown);
  return new Map(
    numbers.flatMap((partNumber) => {
      const cost = registered(partNumber) ?? catalogue.get(partNumber);
      return cost ? [[partNumber, cost] as const] : [];
    }),
  );
}
