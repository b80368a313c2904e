import { judgeUnit } from '../../domain/entitlement/judge';
import type { Transaction } from '../../platform/database';
import { dayIn } from '../../platform/wall-clock';
import type { UnitView } from './schema';
import { dayOrNull, dayText } from '../entitlement/columns';
import {
  entitlementFacts,
  productTerms,
  readExclusions,
  type Exclusions,
  type UnitWithTerms,
} from '../entitlement/facts';
import { zonesOf } from './zone';
import { verdictView } from '../cases/entitlement-view';

/** Units with their products, and what their owners are entitled to today (R6). @param fallback the company's own zone. */
export async function unitViews(
  database: Transaction,
  rows: readonly UnitWithTerms[],
  fallback: string,
): Promise<UnitView[]> {
  const [exclusions, zoneOf] = await Promise.all([
    readExclusions(database),
    zonesOf(database, rows, fallback),
  ]);
  return rows.map((row) => unitView(row, exclusions, zoneOf(row)));
}

/** A unit with its product, and what its owner is entitled to today, where it stands (R6). */
function unitView(row: UnitWithTerms, exclusions: Exclusions, timeZone: string): UnitView {
  const { id, serial, product, customer, address, replaces, replacedOn, version } = row;
  const { from, ...terms } = productTerms(row);
  const today = dayIn(timeZone, new Date());
  const facts = entitlementFacts(row, exclusions, { readOn: today, timeZone });
  const verdict = judgeUnit(facts, { onDay: today });
  return {
    id,
    serial,
    product: {
      code: product.code,
      nameEn: product.nameEn,
      nameZh: product.nameZh,
      family: product.family,
      warrantyFrom: from,
      ...terms,
    },
    customer: { id: customer.id, name: customer.name },
    soldOn: dayText(row.soldOn),
    deliveredOn: dayOrNull(row.deliveredOn),
    installedOn: dayOrNull(row.installedOn),
    transferredOn: dayOrNull(row.transferredOn),
    replaces: replaces && replacedOn && { ...replaces, on: dayText(replacedOn) },
    address,
    timeZone,
    version,
    warranty: { state: verdict.state, on: today },
    entitlement: verdictView(verdict),
  };
}
