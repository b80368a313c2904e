import { Type } from '@sinclair/typebox';
import { Nullable } from './common';
import { At } from './paging';

/** Author of a version of a register; an import has none. */
export const ENTERED = {
  enteredAt: Nullable({ ...At, description: 'null: it came with an import, or is built in' }),
  enteredBy: Nullable(Type.String({ description: 'Id of the member of staff' })),
};

export const ENTERED_EXAMPLE = { enteredAt: '2026-12-01T02:00:00.000Z', enteredBy: 'stf-001' };

interface Recorded {
  readonly recordedAt: Date | null;
  readonly recordedBy: string | null;
}

export const enteredOf = ({ recordedAt, recordedBy }: Recorded) => ({
  enteredAt: recordedBy === null ? null : (recordedAt?.toISOString() ?? null),
  enteredBy: recordedBy,
});
