import type { CaseCommand, CaseCommandData } from '../../domain/case/commands';
import type { Consent } from '../../domain/case/facts';
import type { Priority } from '../../domain/case/terms';
import { answered, by, cancelled, classified, clerk, none, repair, report, revisited, closed, staff } from './cast';
import type { Step, Story } from './story';

const ENGINEER = 'engineer-12';
const engineer = staff(ENGINEER, 'repair-engineer');
const DAY_MS = 86_400_000;
const inDays = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString();

/** The customer's consent is dated when the step runs, not when this file loads. */
const givenNow = (commands: (consent: Consent) => readonly CaseCommand[]): Step => ({
  by: clerk,
  get give() {
    return commands({ by: 'customer', how: 'phone', at: new Date().toISOString() });
  },
});
const moved = (times: number): Step => ({ until: 'ClockMoved', times });
const classifiedAs = (priority: Priority, consent?: Consent): CaseCommand => ({
  type: 'classify',
  data: { requestType: 'repair', priority, symptom: '不启动', ...(consent && { consent }) },
});

/** An appointment after the promise of the resolution, which is a week here, as the API gives it: that promise follows as far as the day needs. */
const afterThePromise = (days: number, promisedInDays: number): Pick<CaseCommandData['dispatch'], 'appointment' | 'hours' | 'resolution'> => ({
  appointment: { from: inDays(days), to: inDays(days + 0.1) },
  hours: { isOutside: false, open: { en: 'round the clock', zh: '全天候' } },
  resolution: { dueAt: inDays(promisedInDays), endOfDay: inDays(days + 0.5) },
});

/** Promises that the customer agrees to change (R4). */
export const PROMISE_STORIES: readonly Story[] = [
  {
    name: 'appointment-after-the-promise-with-consent',
    steps: [
      answered,
      classified('repair'),
      givenNow((consent) => [
        {
          type: 'dispatch',
          data: {
            engineer: { id: ENGINEER, name: '工程师十二', outletId: 'east', regionId: 'east', serviceLevel: 'A' },
            parts: [],
            consent,
            ...afterThePromise(10, 7),
          },
        },
      ]),
      moved(1),
      // With the arrival, which moves too.
      givenNow((consent) => [{ type: 'moveAppointment', data: { consent, ...afterThePromise(20, 10.5) } }]),
      moved(3),
      by(engineer, { type: 'arrive', data: none }, repair, report),
      { until: 'SurveyLapsed' },
      revisited,
      closed,
    ],
  },
  {
    // Urgent cases are promised sooner. Without the customer's word that stays so, and with it the promise is put off.
    name: 'classified-again-with-consent',
    steps: [
      answered,
      by(clerk, classifiedAs('urgent')),
      by(clerk, classifiedAs('normal')),
      givenNow((consent) => [classifiedAs('normal', consent)]),
      { until: 'ClockFactsChanged', times: 2 },
      cancelled,
    ],
  },
];
