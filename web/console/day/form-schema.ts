import { fieldsOf, type FormSchema, type Property } from '../forms/schema';
import type { CommandType } from '../outbox/database';

export const isCode = ({ items }: FormSchema): boolean => items !== undefined && !items.properties;

/** The fields that an engineer fills in on site, in that order; others that are optional are folded away. */
const SHOWN: Partial<Record<CommandType, readonly string[]>> = {
  diagnose: ['faultCode', 'causeCode', 'finding', 'plan', 'parts'],
  repair: ['fault', 'cause', 'work', 'verification'],
  verify: ['outcome', 'method', 'note', 'readings'],
  orderParts: ['lines', 'neededBy'],
  report: [
    'partsUsed',
    'labourMinutes',
    'travelMinutes',
    'labourCostCents',
    'travelCostCents',
    'partsCostCents',
    'currency',
    'photoIds',
    'remarks',
    'signedBy',
    'signatureId',
  ],
  attach: ['attachmentId', 'caption'],
};

/** The fields that are asked at once, and those that are folded away. */
export function laidOut(
  type: CommandType,
  schema: FormSchema,
): { shown: readonly Property[]; folded: readonly Property[] } {
  const all = fieldsOf(schema);
  const order = SHOWN[type] ?? [];
  const first = order.flatMap((wanted) => all.filter(({ name }) => name === wanted));
  const rest = all.filter(({ name }) => !order.includes(name));
  return {
    shown: [...first, ...rest.filter(({ isRequired }) => isRequired)],
    folded: rest.filter(({ isRequired }) => !isRequired),
  };
}
