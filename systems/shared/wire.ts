import { FormatRegistry, Type, type Static } from '@sinclair/typebox';
import { MAX_AMOUNT } from '../../domain/money/amount';
import { CURRENCIES } from '../../domain/money/currency';

// Shapes that both contracts are built from. Patterns keep out what PostgreSQL cannot store (U+0000, years out of range).

const INSTANT = /^(19|20|21)\d{2}-\d{2}-\d{2}T\d{2}:\d{2}:[0-5]\d(\.\d{1,3})?(Z|[+-]\d{2}:\d{2})$/;

// The server's validator knows this format of itself; TypeBox, which the client checks answers with, does not.
FormatRegistry.Set('date-time', (value) => INSTANT.test(value) && !Number.isNaN(Date.parse(value)));

export const Instant = Type.String({
  format: 'date-time',
  pattern: INSTANT.source,
  description:
    'RFC 3339, to the millisecond. Given by the caller: no ledger row is dated by this system’s clock.',
});

/** Ids of requests, reservations and entries: chosen by the caller, `<process>:<seq>:<n>` as a rule. */
export const Key = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9:._/-]{0,199}$' });

export const Reference = Type.String({
  pattern: '^[A-Za-z0-9][A-Za-z0-9:._/-]{0,99}$',
  description: 'What it is for, such as the number of a service case.',
});

export const Currency = Type.Unsafe<string>(Type.String({ enum: [...CURRENCIES], description: 'ISO 4217.' }));

/** In minor units of a currency. */
export const Amount = (options: { minimum?: number; description?: string } = {}) =>
  Type.Integer({ minimum: 0, maximum: MAX_AMOUNT, ...options });

export const WriteHeaders = Type.Object({ 'idempotency-key': Key });

export const ById = Type.Object({ id: Key });

export const Moment = Type.Object({ at: Instant }, { additionalProperties: false });

/** One thing at fault in a request (RFC 9457). */
export const ProblemDetail = Type.Object({
  pointer: Type.Optional(
    Type.String({ description: 'JSON Pointer into the request’s body, as a URI fragment.' }),
  ),
  detail: Type.String(),
});
export type ProblemDetail = Static<typeof ProblemDetail>;

/** Fields that every changing call carries beside its body. */
export interface Keyed {
  /** Idempotency key: the same key with the same content is done once and answered alike, for good. */
  readonly key: string;
}

export type Instant = Static<typeof Instant>;
