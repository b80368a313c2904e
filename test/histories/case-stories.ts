import type { CaseCommand } from '../../domain/case/commands';
import { SYSTEM } from '../../domain/identity/actor';
import {
  answered,
  appointmentIn,
  by,
  cancelled,
  classified,
  clerk,
  closed,
  diagnosis,
  director,
  none,
  repair,
  report,
  resolvedRemotely,
  revisited,
  staff,
  surveyed,
} from './cast';
import type { Story } from './story';

const engineer = staff('engineer', 'repair-engineer');

const dispatched = (year = 2096) =>
  by(clerk, {
    type: 'dispatch',
    data: {
      engineer: { id: 'engineer', name: '工程师', outletId: 'east', regionId: 'east', serviceLevel: 'A' },
      appointment: appointmentIn(year),
      parts: [{ partNumber: 'FILTER-1', quantity: 1 }],
    },
  });
const joinedTo = (into: string) =>
  by(clerk, { type: 'join', data: { into, target: { customerId: 'customer-1' } } });
const visit = by(engineer, { type: 'arrive', data: none }, repair, report);
const repairUntested: CaseCommand = { type: 'repair', data: { fault: 'no start', cause: 'fuse', work: 'replaced' } };
const foundAgain = diagnosis({ partNumber: 'FILTER-1', quantity: 1 });

const atFirst = by(
  engineer,
  { type: 'depart', data: none },
  { type: 'arrive', data: none },
  {
    type: 'diagnose',
    data: {
      fault: { code: 'no-start', nameEn: 'does not start', nameZh: '无法启动' },
      cause: { code: 'wear-out', nameEn: 'worn out', nameZh: '正常磨损', category: 'wear' },
      finding: 'contactor burnt',
      plan: 'replace it',
      parts: [{ partNumber: 'FILTER-1', quantity: 1 }],
      history: { earlier: [{ caseNumber: 'AS-2026-000900', repairedAt: new Date().toISOString() }], repeatWithinDays: 90 },
    },
  },
  {
    type: 'leaveUnfinished',
    data: {
      reason: 'parts-needed',
      note: 'not in the van',
      labourMinutes: 30,
      travelMinutes: 30,
      labourCostCents: 10_000,
      travelCostCents: 5_000,
      currency: 'CNY',
    },
  },
);


/** Holds the engineer's time that `refused-then-reassigned` wants. */
export const SLOT_HOLDER: Story = { name: 'slot-holder', steps: [answered, classified('repair'), dispatched(2097)] };

/** Every path of a case that is not in a file of its own beside this one. */
export const CASE_STORIES: readonly Story[] = [
  {
    name: 'repair-with-parts-to-close',
    steps: [answered, classified('repair'), dispatched(), { until: 'CallSettled' }, visit, surveyed, revisited, closed],
  },
  {
    name: 'parts-slow-to-answer',
    steps: [
      answered,
      classified('repair'),
      { parts: 'shut' },
      dispatched(),
      { parts: 'open' },
      { until: 'CallSettled' },
      by(director, { type: 'cancel', data: { reason: 'customer mended it' } }),
    ],
  },
  {
    name: 'cancelled-while-its-parts-are-issued',
    steps: [
      answered,
      classified('repair'),
      dispatched(),
      { until: 'CallSettled' },
      { parts: 'shut' },
      visit,
      by(director, { type: 'cancel', data: { reason: 'customer mended it' } }),
      { parts: 'open' },
    ],
  },
  {
    name: 'resolved-remotely-to-close',
    steps: [
      answered,
      classified('consultation'),
      resolvedRemotely,
      surveyed,
      revisited,
      closed,
    ],
  },
  {
    name: 'cancelled-with-undo',
    steps: [
      answered,
      classified('repair'),
      dispatched(),
      { until: 'CallSettled' },
      by(director, { type: 'cancel', data: { reason: 'customer mended it' } }),
    ],
  },
  { name: 'joined-to-another', steps: [answered, by(clerk, { type: 'join', data: { into: 'target-of-joined' } })] },
  { name: 'joined-by-agreement', steps: [answered, joinedTo('target-of-joined'), { until: 'CaseJoined' }] },
  // Played after that one: it is asked, and says where it has gone.
  { name: 'joined-by-way-of-another', steps: [answered, joinedTo('joined-by-agreement'), { until: 'CaseJoined' }] },
  {
    name: 'survey-lapsed',
    steps: [
      answered,
      classified('consultation'),
      resolvedRemotely,
      { until: 'SurveyLapsed' },
      revisited,
      closed,
    ],
  },
  {
    name: 'paused-and-resumed',
    steps: [
      answered,
      by(clerk, { type: 'pause', data: { reason: 'customer away' } }),
      by(clerk, { type: 'resume', data: none }),
      by(director, { type: 'cancel', data: { reason: 'bought a new one' } }),
    ],
  },
  {
    name: 'second-visit-of-a-repeat-repair',
    steps: [
      answered,
      classified('repair'),
      dispatched(),
      { until: 'CallSettled' },
      atFirst,
      dispatched(2098),
      by(clerk, {
        type: 'moveAppointment',
        data: { appointment: appointmentIn(2099), consent: { by: 'customer', how: 'phone', at: '2026-11-01T00:00:00.000Z' } },
      }),
      visit,
      by(
        director,
        { type: 'amendReport', data: { changes: { labourCostCents: 21_000 }, reason: 'an hour forgotten' } },
        { type: 'attributeRepeat', data: { attribution: 'part-quality', note: 'same batch' } },
      ),
      surveyed,
      revisited,
      closed,
    ],
  },
  {
    name: 'verification-failed-then-passed',
    steps: [
      answered,
      classified('repair'),
      dispatched(2089),
      { until: 'CallSettled' },
      by(engineer, { type: 'arrive', data: none }, repairUntested),
      by(engineer, { type: 'verify', data: { outcome: 'failed', method: 'ran 5 min', note: 'stops again' } }),
      by(engineer, foundAgain, repairUntested, {
        type: 'verify',
        data: { outcome: 'passed', method: 'ran 30 min', readings: [{ what: 'pressure', value: '7.2 bar' }], witnessedBy: '李' },
      }),
      cancelled,
    ],
  },
  {
    name: 'reassigned-after-absence',
    steps: [
      answered,
      classified('repair'),
      dispatched(2088),
      { until: 'CallSettled' },
      by(SYSTEM, { type: 'recordAbsence', data: { id: 'absence:1', engineerId: 'engineer', ...appointmentIn(2088) } }),
      by(engineer, { type: 'depart', data: none }),
      by(clerk, {
        type: 'reassign',
        data: {
          engineer: { id: 'engineer-4', name: '工程师四', outletId: 'east', regionId: 'east', serviceLevel: 'A' },
          reason: 'ill',
        },
      }),
      by(clerk, {
        type: 'recordTripCost',
        data: { trip: 1, labourMinutes: 0, travelMinutes: 20, labourCostCents: 0, travelCostCents: 1_000, currency: 'CNY' },
      }),
      by(SYSTEM, { type: 'recordAbsenceWithdrawn', data: { absenceId: 'absence:1' } }),
      cancelled,
    ],
  },
  {
    name: 'refused-then-reassigned',
    steps: [
      answered,
      classified('repair'),
      { ...dispatched(2097), refused: 'ENGINEER.NOT_FREE' },
      dispatched(),
      by(clerk, {
        type: 'reassign',
        data: {
          engineer: { id: 'engineer-2', name: '工程师二', outletId: 'east', regionId: 'east', serviceLevel: 'A' },
          reason: 'ill',
        },
      }),
      by(director, { type: 'overruleEntitlement', data: { verdict: { labour: 100, parts: 50, travel: 0 }, reason: 'goodwill' } }),
      by(director, { type: 'cancel', data: { reason: 'customer mended it' } }),
    ],
  },
  {
    name: 'continued-as-new',
    updatesPerRun: 2,
    steps: [
      answered,
      classified('consultation'),
      by(clerk, { type: 'addNote', data: { text: 'one' } }),
      by(clerk, { type: 'addNote', data: { text: 'two' } }),
      by(director, { type: 'cancel', data: { reason: 'tried out' } }),
    ],
  },
];
