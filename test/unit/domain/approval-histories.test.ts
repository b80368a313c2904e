import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import { History } from './support/history';
import { moves, registrations } from './support/moves';

describe('Whatever happens to a case (R9, R17)', () => {
  const always = (claim: (history: History) => boolean): void => {
    fc.assert(
      fc.property(registrations, moves, (registration, taken) => claim(History.of(registration, taken))),
      { numRuns: 150 },
    );
  };

  it('no approval is decided by whoever asked for it, nor twice, nor by Aftercare itself', () => {
    always(({ events }) => {
      const askers = new Map<string, string>();
      const decided = new Set<string>();
      return events.every((event) => {
        if (event.type === 'ApprovalRequested')
          askers.set(event.data.approvalId, event.actor.kind === 'staff' ? event.actor.id : '');
        if (event.type !== 'ApprovalDecided') return true;
        const { approvalId } = event.data;
        const isFirst = !decided.has(approvalId);
        decided.add(approvalId);
        return isFirst && event.actor.kind === 'staff' && askers.get(approvalId) !== event.actor.id;
      });
    });
  });

  it('one approval at most is open, its clock runs as long as it is, and no longer', () => {
    always(({ moments }) =>
      moments.every(({ after: { approvals = [], clocks } }) => {
        const open = approvals.filter(({ status }) => status === 'open').length;
        const { approval: clock } = clocks;
        const runs = clock !== undefined && clock.metAt === undefined && clock.stoppedAt === undefined;
        return open <= 1 && runs === (open === 1);
      }),
    );
  });

  it('nothing is repaired by a plan that waits for approval or was rejected', () => {
    always(({ moments }) =>
      moments.every(({ before, events }) => {
        if (!events.some(({ type }) => type === 'UnitRepaired')) return true;
        const plan = before.approvals?.find(({ id }) => id === before.diagnosis?.approvalId);
        return plan === undefined || plan.status === 'approved';
      }),
    );
  });
});
