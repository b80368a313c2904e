/** Names of internal costs, and of values derived from them, in commands, events and answers (ADR 36). */
export const INTERNAL_COST_FIELDS: readonly string[] = [
  'cost',
  'costCents',
  'costShareCents',
  'unitCostCents',
  'labourCostCents',
  'travelCostCents',
  'partsCostCents',
  'marginBasisPoints',
];

/** The same content without a cost in it. A correction that names a field of cost is left out whole. */
export function withoutCosts(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((one) => !isChangeOfCost(one)).map(withoutCosts);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !INTERNAL_COST_FIELDS.includes(key))
      .map(([key, inner]) => [key, withoutCosts(inner)]),
  );
}

export const isCostField = (field: unknown): boolean =>
  typeof field === 'string' && INTERNAL_COST_FIELDS.includes(field);

const isChangeOfCost = (value: unknown): boolean => isObject(value) && isCostField(value.field);
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
