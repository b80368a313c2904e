import type { CaseCommand } from '../../domain/case/commands';
import { SYSTEM } from '../../domain/identity/actor';
import { answered, appointmentIn, by, cancelled, classified, clerk } from './cast';
import type { Story } from './story';

/** A text that PostgreSQL cannot store. */
const unfit: CaseCommand = { type: 'addNote', data: { text: 'a text with \u0000 in it' } };
const note = (text: string) => by(clerk, { type: 'addNote', data: { text } });
const sent = by(clerk, {
  type: 'dispatch',
  data: {
    engineer: { id: 'engineer-9', name: '工程师九', outletId: 'east', regionId: 'east', serviceLevel: 'A' },
    appointment: appointmentIn(2091),
    parts: [{ partNumber: 'FILTER-1', quantity: 1 }],
  },
});

/**
 * Faults outside the rules, and questions of identity: a refused commit, a lost workflow, customers that were
 * merged.
 */
export const TRUST_STORIES: readonly Story[] = [
  {
    name: 'commit-refused-then-goes-on',
    steps: [answered, { ...by(clerk, unfit), refused: 'COMMIT.TEXT_UNFIT' }, note('as it was meant'), cancelled],
  },
  {
    name: 'commit-refused-of-a-batch-with-calls',
    steps: [
      answered,
      classified('repair'),
      { by: clerk, give: [...sent.give, unfit], refused: 'COMMIT.TEXT_UNFIT' },
      sent,
      { until: 'CallSettled' },
      cancelled,
    ],
  },
  {
    // The history of the run that was started from PostgreSQL: it takes over a call that was under way.
    name: 'lost-and-started-again',
    steps: [
      answered,
      classified('repair'),
      { parts: 'shut' },
      sent,
      { lost: true },
      note('after it was lost'),
      { parts: 'open' },
      { until: 'CallSettled' },
      cancelled,
    ],
  },
  {
    name: 'customer-identified-merged-and-unmerged',
    registration: { customer: { id: 'prospect-1', name: '华东', status: 'prospect' } },
    steps: [
      answered,
      by(clerk, {
        type: 'identifyCustomer',
        data: { customer: { id: 'prospect-2', name: '华东机械厂', status: 'prospect' }, customerKind: 'customer' },
      }),
      { until: 'CallSettled' },
      by(SYSTEM, { type: 'recordMerged', data: { mergeId: 'merge-1', customer: { id: 'customer-1', name: '华东机械', status: 'active' } } }),
      by(SYSTEM, { type: 'recordUnmerged', data: { mergeId: 'merge-1' } }),
      cancelled,
    ],
  },
  {
    name: 'joined-and-its-sender-told',
    steps: [
      answered,
      by(clerk, { type: 'join', data: { into: 'target-of-joined', target: { customerId: 'customer-1' }, tellsSender: true } }),
      { until: 'CaseJoined' },
    ],
  },
];
