import type { Approval, ApprovalEvent, Colleague, Decision, ReminderAsk } from '../../approval/terms';

export interface ApprovalCommands {
  readonly decideApproval: {
    readonly approvalId: string;
    readonly decision: Decision;
    readonly reason: string;
  };
  readonly delegateApproval: {
    readonly approvalId: string;
    readonly to: Colleague;
    readonly reason: string;
  };
  readonly remindApproval: ReminderAsk;
}

export type ApprovalEvents = { readonly [E in ApprovalEvent as E['type']]: E['data'] };

export interface ApprovalState {
  /** The approval that was asked for what is planned by now; where it is left out, the diagnosis names it. */
  readonly planApprovalId?: string;
  /** Every approval that was asked for, the latest last. */
  readonly approvals?: readonly Approval[];
}
