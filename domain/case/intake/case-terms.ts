import type { Verdict, WarrantyState } from '../../entitlement/terms';
import type { CustomerFacts, UnitFacts } from '../facts';
import type { Priority, RequestType } from '../terms';
import type { CustomerIdentification, CustomerMerging, Identified } from './identification-terms';
import type { JoinEventData, JoinOffer, JoinOrder, JoinedRequest, Joining } from './joining-terms';
import type { Classification, Registration } from './terms';

/** With the verdict on the unit, where its terms are known (R6). */
interface Entitled {
  readonly entitlement?: Verdict;
}

export interface IntakeCommands {
  readonly register: Registration;
  readonly identifyCustomer: CustomerIdentification;
  readonly recordMerged: CustomerMerging;
  readonly recordUnmerged: { readonly mergeId: string };
  readonly escalateQuestion: { readonly question: string };
  readonly answer: { readonly text: string };
  readonly classify: Classification;
  readonly join: JoinOrder;
  /** Another case asks to be joined to this one. */
  readonly takeJoined: JoinOffer;
  readonly recordJoinedRequest: JoinedRequest;
}

export interface IntakeEvents extends JoinEventData {
  readonly CaseRegistered: Registration & Entitled;
  readonly CustomerIdentified: Identified & Entitled;
  readonly CustomerMerged: CustomerMerging & { readonly previous: CustomerFacts };
  readonly CustomerUnmerged: CustomerMerging;
  readonly QuestionEscalated: { readonly question: string };
  /** `sentAt`: when the text was sent, whenever the sender is said to have been answered. */
  readonly RequestAnswered: { readonly text: string; readonly sentAt?: string };
  readonly CaseClassified: Omit<Classification, 'raiseKeeps'> &
    Entitled & { readonly warranty: WarrantyState };
}

export interface IntakeState {
  readonly registration?: Registration;
  readonly customer?: CustomerFacts;
  /** The merge of a prospect by which the case came to its customer. */
  readonly customerMerge?: { readonly id: string; readonly previous: CustomerFacts };
  readonly unit?: UnitFacts;
  readonly requestType?: RequestType;
  readonly priority: Priority;
  readonly warranty: WarrantyState;
  readonly symptom?: string;
  readonly escalatedQuestion?: string;
  /** Resolution time promised for a merged request, and since when it applies here. */
  readonly resolutionBy?: { readonly dueAt: string; readonly at: string };
  /** While the case that it is to be joined to has not answered. */
  readonly joining?: Joining;
  readonly joinedInto?: string;
  readonly joinedRequests: readonly JoinedRequest[];
}
