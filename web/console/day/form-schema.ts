import type { Bilingual } from '../../shared/language';
import type { CommandType } from '../outbox/database';

/** A field of a command's form, as `GET /v1/commands` gives it. */
export interface Field {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Field>>;
  readonly required?: readonly string[];
  readonly items?: Field;
  readonly anyOf?: readonly Field[];
  readonly enum?: readonly string[];
  readonly const?: unknown;
  readonly maxLength?: number;
  readonly 'x-form'?: {
    readonly label: Bilingual;
    readonly help?: Bilingual;
    readonly kind: string;
    readonly codes?: string;
    readonly options?: Readonly<Record<string, Bilingual>>;
  };
}

export const kindOf = (field: Field): string => field['x-form']?.kind ?? 'line';
export const isCode = (field: Field): boolean => field.items !== undefined && !field.items.properties;

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

export interface Named {
  readonly name: string;
  readonly field: Field;
  readonly isRequired: boolean;
}

export function fieldsOf(schema: Field): readonly Named[] {
  return Object.entries(schema.properties ?? {}).map(([name, field]) => ({
    name,
    field,
    isRequired: schema.required?.includes(name) ?? false,
  }));
}

/** The fields that are asked at once, and those that are folded away. */
export function laidOut(
  type: CommandType,
  schema: Field,
): { shown: readonly Named[]; folded: readonly Named[] } {
  const all = fieldsOf(schema);
  const order = SHOWN[type] ?? [];
  const first = order.flatMap((wanted) => all.filter(({ name }) => name === wanted));
  const rest = all.filter(({ name }) => !order.includes(name));
  return {
    shown: [...first, ...rest.filter(({ isRequired }) => isRequired)],
    folded: rest.filter(({ isRequired }) => !isRequired),
  };
}
