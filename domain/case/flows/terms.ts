import type { FlowTerms } from './flow-terms';
import { ON_SITE_TERMS } from './on-site/terms';
import { REMOTE_TERMS } from './remote/terms';
import { REPAIR_TERMS } from './repair/terms';

/** The request types (R3), each with the facts of its flow. A type without an entry in `flows/index.ts` does not compile. */
export const FLOW_TERMS = {
  consultation: { ...REMOTE_TERMS, name: { en: 'consultation', zh: '咨询' } },
  repair: REPAIR_TERMS,
  installation: { ...ON_SITE_TERMS, name: { en: 'installation and commissioning', zh: '安装调试' } },
  refund: { ...REMOTE_TERMS, name: { en: 'refund', zh: '退货' } },
  exchange: { ...REMOTE_TERMS, name: { en: 'exchange', zh: '换货' } },
  relocation: { ...ON_SITE_TERMS, name: { en: 'relocation', zh: '移机' } },
  'spare-parts': { ...REMOTE_TERMS, name: { en: 'spare parts', zh: '备件订购' } },
  complaint: { ...REMOTE_TERMS, name: { en: 'complaint', zh: '投诉' } },
  'quality-feedback': { ...REMOTE_TERMS, name: { en: 'quality feedback', zh: '质量反馈' } },
  'care-visit': { ...REMOTE_TERMS, name: { en: 'care visit', zh: '关怀走访' } },
} as const satisfies Readonly<Record<string, FlowTerms>>;
