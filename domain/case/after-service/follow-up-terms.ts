import type { Bilingual } from '../../bilingual';

/** Remedies for a dissatisfied customer (R22, R25). */
export const REDRESSES = [
  'explanation',
  'apology',
  'rework',
  'replacement',
  'refund',
  'compensation',
  'none',
] as const;
export type Redress = (typeof REDRESSES)[number];

export const REDRESS_NAMES: Readonly<Record<Redress, Bilingual>> = {
  explanation: { en: 'explained', zh: '解释说明' },
  apology: { en: 'apologised', zh: '致歉' },
  rework: { en: 'served again', zh: '重新服务' },
  replacement: { en: 'replaced', zh: '更换' },
  refund: { en: 'refunded', zh: '退款' },
  compensation: { en: 'compensated', zh: '补偿' },
  none: { en: 'none', zh: '无补救' },
};

/** Result of a dissatisfied customer's follow-up. */
export interface FollowUpOutcome {
  readonly redress: Redress;
  /** Null where the next service has to show it: the case was reopened. */
  readonly satisfied: boolean | null;
}

/** A follow-up that is done, kept with the case. */
export interface DoneFollowUp extends FollowUpOutcome {
  readonly key: string;
  readonly reason: string;
  readonly openedAt: string;
  readonly doneAt: string;
  readonly by: { readonly id: string; readonly name: string };
  readonly note: string;
  /** Its texts stand in its event alone (ADR 37). */
  readonly isCut?: true;
}
