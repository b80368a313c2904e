import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import { mayDecideOpen, openApproval } from '../../../../../domain/approval/approval';
import { isTerminal } from '../../../../../domain/case/state';
import { History } from '../../support/history';
import { registrations } from '../../support/any-command';
import { moves } from '../../support/moves';

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

  it('whoever may decide what is open did not ask for it, nor may they after it was handed to anybody', () => {
    always(({ moments }) =>
      moments.every(({ after }) => {
        const open = openApproval(after);
        if (!open || open.asked.by.kind !== 'staff') return true;
        const { id, roles, organisationId } = open.asked.by;
        const everywhere = [open.with, ...open.need.above, { organisationId }];
        return (
          open.delegated?.to.id !== id &&
          everywhere.every((post) =>
            [...roles, open.with.role].every(
              (role) =>
                !mayDecideOpen(after, {
                  kind: 'staff',
                  id,
                  name: id,
                  roles: [role],
                  organisationId: post.organisationId,
                }),
            ),
          )
        );
      }),
    );
  });

  it('a quote waits for approval as long as one is open for it, and the customer is not asked meanwhile', () => {
    always(({ moments }) =>
      moments.every(({ after }) => {
        const open = openApproval(after);
        const isWaiting = after.quote?.status === 'in-approval' && !isTerminal(after.stage);
        return isWaiting === (open?.need.kind === 'quote');
      }),
    );
  });

  it('no quote is offered that was put before somebody and not approved', () => {
    always(({ moments }) =>
      moments.every(({ before, events }) => {
        const offered = events.some(({ type }) => type === 'QuoteOffered');
        if (!offered || before.quote?.status !== 'in-approval') return true;
        return events.some(
          ({ type, data }) =>
            type === 'QuoteVoided' || (type === 'ApprovalDecided' && data.decision === 'approve'),
        );
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
