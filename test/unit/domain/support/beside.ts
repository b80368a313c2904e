import fc from 'fast-check';
import { ENGINEER_ID } from './actors';
import * as commands from './commands';

/** Notes and links beside the flow. */
export const paperwork = fc.constantFrom(
  commands.attach(),
  commands.attach(commands.aFile({ id: 'att-2' })),
  commands.amendReport({ labourMinutes: 60 }),
  commands.amendReport({ partsCostCents: 5_000 }),
  commands.amendReport({ partsCostCents: 5_500, signedBy: 'Lin' }),
);

/** The ways of an offer, but for its acceptance. */
export const offering = [
  commands.offer(),
  commands.offer({ appointment: { ...commands.APPOINTMENT, to: '2027-01-01T00:00:00.000Z' } }),
  commands.declineOffer(),
  commands.withdrawOffer(),
];

/** Decisions and delegations of an approval. */
export const approvals = fc.constantFrom(
  commands.decideApproval(),
  commands.decideApproval({ decision: 'reject' }),
  commands.decideApproval({ approvalId: 'repair-plan:2' }),
  commands.decideQuoteApproval(),
  commands.decideQuoteApproval({ decision: 'reject' }),
  commands.delegateApproval(),
  commands.delegateApproval({ approvalId: 'quote:1' }),
  commands.delegateApproval({ approvalId: 'quote:1', to: { id: 'clerk-wang', name: 'Wang' } }),
  commands.delegateApproval({ approvalId: 'quote:1', to: { id: 'manager-qian', name: 'Qian' } }),
  commands.delegateApproval({ to: { id: 'clerk-wang', name: 'Wang' } }),
  commands.delegateApproval({ to: { id: ENGINEER_ID, name: 'Li' } }),
  commands.remindApproval(),
  commands.remindApproval({ approvalId: 'quote:1', everySeconds: 1 }),
);
