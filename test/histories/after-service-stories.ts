import { answered, appointmentIn, by, classified, clerk, closed, customer, diagnosis, director, none, repair, report, resolvedRemotely, revisited, staff, surveyed } from './cast';
import type { Step, Story } from './story';

const engineer = staff('engineer-5', 'repair-engineer');

const hoursAgo = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString();
const helped: readonly Step[] = [answered, classified('consultation'), resolvedRemotely];
/** Each in a year of its own: the engineer is in one place at a time. */
const served = (year: number): readonly Step[] => [
  by(clerk, {
    type: 'dispatch',
    data: {
      engineer: { id: 'engineer-5', name: '工程师五', outletId: 'east', regionId: 'east', serviceLevel: 'A' },
      appointment: appointmentIn(year),
      parts: [],
    },
  }),
  by(engineer, { type: 'arrive', data: none }, diagnosis(), repair, report),
];
const dissatisfied = by(clerk, { type: 'recordSurvey', data: { productScore: 4, serviceScore: 1, comment: 'had to call three times' } });
const redressed = (key: 'dissatisfied' | 'revisit'): Step =>
  by(clerk, { type: 'completeFollowUp', data: { key, note: 'called and apologised', outcome: { redress: 'apology', satisfied: true } } });
const revisitedWith = (outcome: 'not-reached' | 'dissatisfied' | 'new-problem'): Step =>
  by(clerk, { type: 'recordRevisit', data: { outcome, note: 'the dryer beside it drips' } });

/** Every path from the survey to the end (R22–R24). */
export const AFTER_SERVICE_STORIES: readonly Story[] = [
  { name: 'dissatisfied-then-redressed', steps: [...helped, dissatisfied, redressed('dissatisfied'), revisited, closed] },
  {
    name: 'dissatisfied-then-reopened',
    steps: [
      answered,
      classified('repair'),
      ...served(2050),
      dissatisfied,
      by(clerk, { type: 'reopen', data: { reason: 'it drips again' } }),
      ...served(2051),
      surveyed,
      revisited,
      closed,
    ],
  },
  {
    name: 'redress-in-vain-then-reopened-by-the-director',
    steps: [
      ...helped,
      dissatisfied,
      by(clerk, { type: 'completeFollowUp', data: { key: 'dissatisfied', note: 'explained', outcome: { redress: 'explanation', satisfied: false } } }),
      by(director, { type: 'reopen', data: { reason: 'explained the wrong machine' } }),
      resolvedRemotely,
      surveyed,
      revisited,
      closed,
    ],
  },
  {
    name: 'survey-answered-by-the-link',
    steps: [...helped, by(customer, { type: 'recordSurvey', data: { productScore: 5, serviceScore: 5, how: 'link' } }), revisited, closed],
  },
  {
    name: 'revisit-dissatisfied-then-redressed',
    steps: [...helped, surveyed, revisitedWith('not-reached'), revisitedWith('dissatisfied'), redressed('revisit'), closed],
  },
  // All of it is entered afterwards: failed attempts lie hours apart.
  {
    name: 'revisit-given-up-after-three-attempts',
    registration: { receivedAt: hoursAgo(12) },
    steps: [
      { ...answered, hoursAgo: 11.5 },
      { ...classified('consultation'), hoursAgo: 11 },
      // At once, before the survey lapses.
      { ...by(clerk, ...resolvedRemotely.give, ...surveyed.give), hoursAgo: 10 },
      { ...revisitedWith('not-reached'), hoursAgo: 9 },
      { ...revisitedWith('not-reached'), hoursAgo: 6, refused: 'CASE.REVISIT_TOO_SOON' },
      { ...revisitedWith('not-reached'), hoursAgo: 4.5 },
      { ...closed, refused: 'CASE.REVISIT_OUTSTANDING' },
      { ...revisitedWith('not-reached'), hoursAgo: 0.1 },
      closed,
    ],
  },
  {
    name: 'new-problem-found-on-the-revisit',
    steps: [...helped, surveyed, revisitedWith('new-problem'), { until: 'CallSettled' }, closed],
  },
  // The sample is drawn from the number of the case: this one is in it, and the next is not.
  { name: 'sampled-revisit-at-level-c', registration: { serviceLevel: 'C' }, steps: [...helped, surveyed, { ...closed, refused: 'CASE.REVISIT_OUTSTANDING' }, revisited, closed] },
  { name: 'revisit-not-sampled-at-level-c', registration: { serviceLevel: 'C' }, steps: [...helped, surveyed, closed] },
];
