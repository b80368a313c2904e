import type { Bilingual } from '../bilingual';
import type { EntitlementFacts, WarrantyState } from '../entitlement/terms';
import type { ServiceLevel } from '../identity/roles';

export interface Sender {
  readonly kind: SenderKind;
  readonly name: string;
  /** E.164. */
  readonly phone?: string;
  /** Extension behind the number's switchboard. */
  readonly extension?: string;
  readonly email?: string;
  readonly address?: string;
}

export interface CustomerFacts {
  readonly id: string;
  readonly name: string;
  readonly status: 'active' | 'prospect';
}

export interface UnitFacts {
  readonly id: string;
  readonly serial: string;
  readonly productCode: string;
  readonly productNameEn: string;
  readonly productNameZh: string;
  /** Judged on the day of registration or classification (R6). */
  readonly warranty: WarrantyState;
  /** Facts that the verdict rests on; absent for units recorded before terms existed. */
  readonly entitlement?: EntitlementFacts;
}

export interface Appointment {
  readonly from: string;
  readonly to: string;
}

export interface PartLine {
  readonly partNumber: string;
  readonly quantity: number;
}

export interface EngineerFacts {
  readonly id: string;
  readonly name: string;
  readonly outletId: string;
  readonly regionId: string;
  readonly serviceLevel: ServiceLevel;
}

export const CONSENT_WAYS = ['phone', 'link', 'email', 'in-person'] as const;

export type ConsentWay = (typeof CONSENT_WAYS)[number];

export const CONSENT_WAY_NAMES: Readonly<Record<ConsentWay, Bilingual>> = {
  phone: { en: 'by phone', zh: '电话' },
  link: { en: 'through the link', zh: '通过链接' },
  email: { en: 'by e-mail', zh: '电子邮件' },
  'in-person': { en: 'in person', zh: '当面' },
};

/** The customer's word that something promised may change (R4). */
export interface Consent {
  readonly by: 'customer';
  readonly how: ConsentWay;
  readonly at: string;
}

/** Kinds of sender (R1). */
export const SENDER_KINDS = ['customer', 'dealer', 'salesperson', 'agent'] as const;

export type SenderKind = (typeof SENDER_KINDS)[number];

export const SENDER_KIND_NAMES: Readonly<Record<SenderKind, Bilingual>> = {
  customer: { en: 'customer', zh: '客户' },
  dealer: { en: 'dealer', zh: '经销商' },
  salesperson: { en: 'salesperson', zh: '销售员' },
  agent: { en: 'agent', zh: '代理商' },
};
