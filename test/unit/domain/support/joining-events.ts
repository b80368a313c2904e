import type { CaseEvent } from '../../../../domain/case/events';

/** Events of a case that is transferred, and of one that is or is not merged into another. */
export const JOINING_EVENTS: readonly CaseEvent[] = [
  {
    type: 'JoinRefused',
    data: { into: 'AS-2026-000009', code: 'CASE.ENDED', why: { en: 'It has ended.', zh: '已结案。' } },
  },
  { type: 'CaseJoined', data: { into: 'AS-2026-000009', agreed: true, tellsSender: true } },
  { type: 'JoinAgreed', data: { fromCase: 'AS-2026-000009', requestNumbers: ['RQ-2026-000009'] } },
  {
    type: 'CaseHandedOver',
    data: {
      to: { id: 'stf-009', name: '陆欣然', role: 'enquiry-clerk', organisationId: 'east', regionId: 'east' },
      reason: '客户要求',
    },
  },
];
