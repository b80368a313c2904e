import type { CallBook } from '../../../../domain/process/calls';
import type { Effect } from '../../../../domain/process/decider';

export const AT = '2026-11-02T02:00:00.000Z';
export const on = (seq: number) => ({ processId: 'P-1', seq, at: AT });

export const reserve: Effect = {
  kind: 'call',
  call: 'reserve',
  input: { lines: 1 },
  undo: { call: 'release', input: { all: true } },
};
export const accrue: Effect = {
  kind: 'call',
  call: 'accrue',
  input: {},
  undo: { call: 'reverse', input: {} },
};
export const issue = { kind: 'call', call: 'issue', input: {} } satisfies Effect;
export const tell: Effect = {
  kind: 'notify',
  template: 't',
  to: { staffId: 's' },
  params: {},
  urgency: 'now',
};
export const deliver = {
  kind: 'deliver',
  processType: 'purse',
  processId: 'P-2',
  command: { type: 'pay', data: {} },
} satisfies Effect;
export const undo: Effect = { kind: 'undo' };

export const keysOf = (book: CallBook): readonly string[] => book.runnable().map(({ key }) => key);
