import type { IssuedParts } from '../../parts/account-terms';
import type {
  Diagnosis,
  DiagnosisFacts,
  PossibleRepeat,
  Repair,
  RepeatAttribution,
  RepeatRepair,
  UnrepairedOutcome,
} from './facts';
import type { FailedRepair, RecordedTest, TestOfRepair, Verify } from './verification-terms';

interface Attribution {
  readonly attribution: RepeatAttribution;
  readonly note: string;
}

interface LeftUnrepaired {
  readonly outcome: UnrepairedOutcome;
  readonly note: string;
}

export interface RepairCommands {
  readonly diagnose: DiagnosisFacts;
  readonly repair: Repair;
  /** R17: the result of the test before the customer. */
  readonly verify: Verify;
  readonly attributeRepeat: Attribution;
  readonly endUnrepaired: LeftUnrepaired;
}

export interface RepairEvents {
  readonly FaultDiagnosed: Diagnosis;
  readonly RepeatRepairFound: RepeatRepair;
  readonly PossibleRepeatFound: PossibleRepeat;
  readonly RepeatRepairAttributed: Attribution;
  readonly UnitRepaired: Repair & { readonly issued?: readonly IssuedParts[] };
  readonly RepairVerified: TestOfRepair;
  readonly VerificationFailed: TestOfRepair;
  readonly CaseLeftUnrepaired: LeftUnrepaired;
}

/** Flat in the state of the case: running workflows carry it so. */
export interface RepairState {
  readonly diagnosis?: Diagnosis;
  readonly repeatRepair?: RepeatRepair;
  readonly possibleRepeat?: PossibleRepeat;
  readonly repair?: Repair;
  /** Test of the repair, when recorded separately (R17). */
  readonly verification?: RecordedTest;
  readonly failedRepairs?: readonly FailedRepair[];
  readonly unrepaired?: LeftUnrepaired;
}
