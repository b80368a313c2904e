import { describe, expect, it } from '@jest/globals';
import { AFTER_SERVICE_CALLS } from '../../../../domain/case/after-service/calls';
import { AFTER_SERVICE_FOLD } from '../../../../domain/case/after-service/fold';
import { AFTER_SERVICE_MESSAGES } from '../../../../domain/case/after-service/messages';
import { APPROVAL_FOLD } from '../../../../domain/case/approval/fold';
import { APPROVAL_MESSAGES } from '../../../../domain/case/approval/messages';
import { DISPATCH_FOLD } from '../../../../domain/case/dispatch/fold';
import { DISPATCH_MESSAGES } from '../../../../domain/case/dispatch/messages';
import { ENTITLEMENT_FOLD } from '../../../../domain/case/entitlement/fold';
import { FLOW_CALLS, FLOW_FOLD, FLOW_MESSAGES } from '../../../../domain/case/flows/composed';
import { FLOWS } from '../../../../domain/case/flows';
import { INTAKE_CALLS } from '../../../../domain/case/intake/calls';
import { INTAKE_FOLD } from '../../../../domain/case/intake/fold';
import { INTAKE_MESSAGES } from '../../../../domain/case/intake/messages';
import { PARTS_CALLS } from '../../../../domain/case/parts/calls';
import { PARTS_FOLD } from '../../../../domain/case/parts/fold';
import { PARTS_MESSAGES } from '../../../../domain/case/parts/messages';
import { QUOTE_CALLS } from '../../../../domain/case/quote/calls';
import { QUOTE_FOLD } from '../../../../domain/case/quote/fold';
import { QUOTE_MESSAGES } from '../../../../domain/case/quote/messages';
import { REPORT_CALLS } from '../../../../domain/case/report/calls';
import { REPORT_FOLD } from '../../../../domain/case/report/fold';
import { STEERING_FOLD } from '../../../../domain/case/steering/fold';
import { STEERING_MESSAGES } from '../../../../domain/case/steering/messages';
import { VISIT_FOLD } from '../../../../domain/case/visit/fold';
import { VISIT_MESSAGES } from '../../../../domain/case/visit/messages';

const FOLDS = [
  INTAKE_FOLD,
  ENTITLEMENT_FOLD,
  DISPATCH_FOLD,
  VISIT_FOLD,
  PARTS_FOLD,
  QUOTE_FOLD,
  APPROVAL_FOLD,
  REPORT_FOLD,
  AFTER_SERVICE_FOLD,
  STEERING_FOLD,
  FLOW_FOLD,
];
const MESSAGES = [
  INTAKE_MESSAGES,
  DISPATCH_MESSAGES,
  VISIT_MESSAGES,
  PARTS_MESSAGES,
  QUOTE_MESSAGES,
  APPROVAL_MESSAGES,
  AFTER_SERVICE_MESSAGES,
  STEERING_MESSAGES,
  FLOW_MESSAGES,
];
const CALLS = [INTAKE_CALLS, PARTS_CALLS, QUOTE_CALLS, REPORT_CALLS, AFTER_SERVICE_CALLS, FLOW_CALLS];

describe('the tables of the chapters', () => {
  // The spine spreads them into one: an event in two of them would silently lose one of its entries.
  it.each([
    { kind: 'fold', tables: FOLDS },
    { kind: 'messages', tables: MESSAGES },
    { kind: 'calls', tables: CALLS },
  ])('name each event once: $kind', ({ tables }) => {
    const types = tables.flatMap((table) => Object.keys(table));
    expect(types.filter((type, n) => types.indexOf(type) !== n)).toEqual([]);
  });

  it.each(['rules', 'fold', 'messages', 'calls'] as const)(
    'of flows share an entry, or have none in common: %s',
    (part) => {
      const tables: readonly { readonly [P in typeof part]?: object }[] = Object.values(FLOWS);
      const entries = tables.flatMap((flow) => Object.entries<unknown>({ ...flow[part] }));
      const differing = entries.filter(([key, entry]) =>
        entries.some(([other, it]) => other === key && it !== entry),
      );
      expect(differing).toEqual([]);
    },
  );
});
