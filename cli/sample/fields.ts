import { Type } from '@sinclair/typebox';
import { readAs } from '../../api/http/schema/read-as';

/** The shapes of single fields in a company's files. */
export const Name = readAs(
  'text',
  // NUL is nothing that PostgreSQL can hold; other controls have been taken out by then.
  Type.String({ minLength: 1, maxLength: 200, pattern: '^[^\\u0000]*$' }),
);
export const Id = Type.String({ pattern: '^[a-z0-9-]+$' });
const DAY = '\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])';
export const Day = Type.String({ pattern: `^${DAY}$` });
export const Instant = Type.String({
  pattern: `^${DAY}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})$`,
});
export const Phone = Type.String({ pattern: '^\\+[1-9]\\d{6,14}$' });
export const Email = Type.String({ pattern: '^[^@\\sA-Z]+@[^@\\sA-Z]+$' });
