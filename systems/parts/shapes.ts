import { Type, type Static } from '@sinclair/typebox';

// Schemas shared by the modules of the parts port.

export const PartNumber = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$' });
export const DepotId = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$' });
export const Quantity = Type.Integer({ minimum: 1, maximum: 100_000, description: 'Pieces.' });
export const Stock = Type.Integer({ minimum: 0, description: 'Pieces.' });

export const PartLine = Type.Object(
  { partNumber: PartNumber, quantity: Quantity },
  { additionalProperties: false },
);
export const PartLines = Type.Array(PartLine, { minItems: 1, maxItems: 50 });

/** A remark that a person wrote, such as a carrier's name. */
export const Remark = Type.String({ minLength: 1, maxLength: 200, pattern: '^[^\\u0000]*$' });

export type PartLine = Static<typeof PartLine>;
