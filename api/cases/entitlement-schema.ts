import { Type, type Static } from '@sinclair/typebox';
import { REASONS, WARRANTY_STARTS, WARRANTY_STATES } from '../../domain/entitlement/terms';
import { Nullable, literals } from '../http/schema/common';
import { At } from '../http/schema/paging';

export const Day = Type.String({ title: 'Day', format: 'date', examples: ['2026-11-22'] });
const Bilingual = Type.Object({ en: Type.String(), zh: Type.String() }, { title: 'Bilingual' });

const ITEM = {
  percent: Type.Integer({ description: 'Percent that is covered' }),
  reason: literals(REASONS),
  reasonName: Bilingual,
  until: Nullable(Day),
  source: Nullable(
    Type.String({ description: 'Number of the contract, code of the cause, or the part that wears' }),
  ),
};
const Item = Type.Object(ITEM, { title: 'EntitlementItem' });

/** The customer's entitlement, each share with its reason (R6). */
export const VerdictSchema = Type.Object(
  {
    state: literals(WARRANTY_STATES, { description: 'In warranty where anything is covered' }),
    labour: Item,
    parts: Item,
    travel: Item,
    lines: Type.Array(Type.Object({ partNumber: Type.String(), ...ITEM })),
    basis: Type.Object({
      onDay: Day,
      from: literals(WARRANTY_STARTS),
      soldOn: Day,
      deliveredOn: Nullable(Day),
      installedOn: Nullable(Day),
      transferredOn: Nullable(Day),
      replaces: Nullable(Type.Object({ serial: Type.String(), on: Day })),
      contract: Nullable(Type.Object({ number: Type.String(), from: Day, to: Day })),
      cause: Nullable(Type.String()),
    }),
  },
  { title: 'EntitlementVerdict' },
);
export type VerdictView = Static<typeof VerdictSchema>;

const SHARES = { labour: Type.Integer(), parts: Type.Integer(), travel: Type.Integer() };

export const CaseEntitlementSchema = Type.Object(
  {
    inForce: Nullable(
      Type.Object(SHARES, {
        description: 'Percent of each that holds: what was decided, else what was judged',
      }),
    ),
    judged: Nullable(VerdictSchema),
    overruling: Nullable(
      Type.Object({
        ...SHARES,
        reason: Type.String(),
        by: Type.Object({ id: Type.String(), name: Type.String() }),
        at: At,
        overruled: Nullable(VerdictSchema),
      }),
    ),
  },
  { title: 'CaseEntitlement' },
);
export type CaseEntitlementView = Static<typeof CaseEntitlementSchema>;

const ITEM_EXAMPLE = {
  percent: 0,
  reason: 'expired' as const,
  reasonName: { en: 'the warranty is over', zh: '保修期已过' },
  until: '2023-04-19',
  source: null,
};
export const VERDICT_EXAMPLE: VerdictView = {
  state: 'out-of-warranty',
  labour: ITEM_EXAMPLE,
  parts: ITEM_EXAMPLE,
  travel: ITEM_EXAMPLE,
  lines: [],
  basis: {
    onDay: '2026-11-22',
    from: 'installation',
    soldOn: '2021-03-30',
    deliveredOn: null,
    installedOn: '2021-04-19',
    transferredOn: null,
    replaces: null,
    contract: null,
    cause: null,
  },
};
