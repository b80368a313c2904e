import type { CaseCall } from '../../../../domain/case/common/call-terms';
import type { LEARN_CONTACTS } from '../../../../domain/case/intake/identification';
import type { ASK_TO_JOIN } from '../../../../domain/case/intake/joining';
import { DELIVER } from '../../../../domain/process/calls';
import * as commands from './commands';
import {
  dispatched,
  repaired,
  installed,
  reported,
  invoiced,
  withNewProblem,
  awaiting,
  from,
  USED,
  FROM_STORE,
  PARTS,
  MORE_PARTS,
  type Standing,
} from './standings';

/**
 * A case that makes each of its calls, and the consequence of a permanent refusal. A case that could not be
 * merged stays open as it is, with a notice to its desk: no other step is needed.
 */
export const CALLING: Readonly<
  Record<
    Exclude<CaseCall, typeof ASK_TO_JOIN | typeof LEARN_CONTACTS> | typeof DELIVER,
    {
      readonly standing: Standing;
      readonly isUndo?: true;
      /** Made once it is cancelled. */
      readonly isOfCancelled?: true;
    }
  >
> = {
  reserveParts: { standing: dispatched },
  releaseParts: { standing: dispatched, isUndo: true, isOfCancelled: true },
  issueParts: { standing: repaired },
  drawParts: { standing: from(repaired, commands.report(FROM_STORE)) },
  handBackParts: { standing: from(repaired, commands.report(USED)) },
  reverseSlip: {
    standing: from(
      repaired,
      commands.report(FROM_STORE),
      commands.amendReport({ partsUsed: [...PARTS, ...MORE_PARTS] }),
    ),
    isUndo: true,
  },
  recordInstallation: { standing: installed },
  accrueCost: { standing: reported },
  reverseCost: {
    standing: from(reported, commands.amendReport({ labourCostCents: 9_000 })),
    isUndo: true,
  },
  issueInvoice: { standing: invoiced },
  creditInvoice: { standing: from(invoiced, commands.amendReport({ labourMinutes: 45 })), isUndo: true },
  registerRequest: { standing: withNewProblem },
  [DELIVER]: { standing: awaiting },
};
