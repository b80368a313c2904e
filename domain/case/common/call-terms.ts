import type { EffectOf } from '../../process/decider';

/** Every call to parts, finance, the register and other cases that a case makes, or takes another back by. */
export type CaseCall =
  | 'reserveParts'
  | 'releaseParts'
  | 'issueParts'
  | 'drawParts'
  | 'handBackParts'
  | 'reverseSlip'
  | 'registerRequest'
  | 'recordInstallation'
  | 'askToJoin'
  | 'learnContacts'
  | 'accrueCost'
  | 'reverseCost'
  | 'issueInvoice'
  | 'creditInvoice';
export type CaseEffect = EffectOf<CaseCall>;
