import type { CaseCommand } from '../../domain/case/commands';
import { HQ } from '../../domain/identity/scope';
import { by, cancelled, clerk, director, none, staff } from './cast';
import type { Step, Story } from './story';

const expert = staff('expert', 'enquiry-clerk', HQ);

/** The customer's consent is dated when the step runs, not when this file loads. */
const lessUrgent: Step = {
  by: director,
  get give(): CaseCommand[] {
    return [
      {
        type: 'changePriority',
        data: { priority: 'normal', reason: '客户有备用机', consent: { by: 'customer', how: 'phone', at: new Date().toISOString() } },
      },
    ];
  },
};

/** Work of a desk beside the flow: asks headquarters, transfers the case, escalates, and keeps files. */
export const DESK_STORIES: readonly Story[] = [
  {
    name: 'steered-at-the-desk',
    steps: [
      by(clerk, { type: 'escalateQuestion', data: { question: 'Which oil at −30 °C?' } }),
      by(expert, { type: 'answer', data: { text: 'Synthetic, grade 46' } }),
      by(clerk, { type: 'classify', data: { requestType: 'repair', priority: 'urgent', symptom: '不启动' } }),
      lessUrgent,
      { until: 'PriorityChanged' },
      by(clerk, {
        type: 'handOver',
        data: {
          to: { id: 'clerk-2', name: '坐席二', role: 'enquiry-clerk', organisationId: 'east', regionId: 'east', serviceLevel: 'A' },
          reason: 'knows the machine',
        },
      }),
      by(clerk, { type: 'sendLink', data: none }),
      by(clerk, {
        type: 'attach',
        data: {
          attachment: { id: 'file-1', name: 'plate.jpg', type: 'image/jpeg', sizeBytes: 1_024, sha256: 'a'.repeat(64) },
          caption: '铭牌',
        },
      }),
      by(clerk, { type: 'escalate', data: { reason: 'the customer wants a director' } }),
      by(director, { type: 'completeFollowUp', data: { key: 'escalation:centre-director', note: 'spoken with them' } }),
      cancelled,
    ],
  },
];
