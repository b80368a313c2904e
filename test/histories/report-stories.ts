import type { CaseCommand, CaseCommandData } from '../../domain/case/commands';
import type { PartLine } from '../../domain/case/facts';
import { answered, appointmentIn, by, classified, clerk, closed, diagnosisAfter, director, newUnit, none, repair, reportWith, revisited, staff } from './cast';
import type { Step, Story } from './story';

const ENGINEER = 'engineer-11';
const engineer = staff(ENGINEER, 'repair-engineer');
const hoursAgo = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString();

/** Each in a year of its own: the engineer is in one place at a time. */
const sent = (year: number, outletId: string, ...parts: PartLine[]): Step =>
  by(clerk, {
    type: 'dispatch',
    data: {
      engineer: { id: ENGINEER, name: '工程师十一', outletId, regionId: 'east', serviceLevel: 'A' },
      appointment: appointmentIn(year),
      parts,
    },
  });
const arrived: CaseCommand = { type: 'arrive', data: none };
/** As the API gives it today: held against what was handed out. */
const reported = (more: Partial<CaseCommandData['report']> = {}) => reportWith({ accountsParts: true, ...more });
const filter = (quantity: number): PartLine => ({ partNumber: 'FILTER-1', quantity });
// The survey lapses in any case: a busy machine cannot be too late for it.
const surveyLapsed: Step = { until: 'SurveyLapsed' };

/** Consequences of a service report beside the survey, and open work of a closed case. */
export const REPORT_STORIES: readonly Story[] = [
  {
    name: 'installation-accepted',
    steps: [
      answered,
      by(clerk, { type: 'classify', data: { requestType: 'installation', priority: 'normal', symptom: '新机安装', unit: newUnit } }),
      sent(2040, 'east'),
      by(engineer, arrived, repair, reported({ acceptedOn: hoursAgo(0).slice(0, 10) })),
      { until: 'InstallationAccepted' },
      // The cost, and the register of units.
      { until: 'CallSettled', times: 2 },
      surveyLapsed,
      revisited,
      closed,
    ],
  },
  {
    // From an outlet that has a store: what it had not got would be a task for a person, and the case would not end.
    name: 'parts-handed-back-and-drawn-from-the-store',
    steps: [
      answered,
      classified('repair'),
      sent(2041, 'outlet', filter(2)),
      { until: 'CallSettled' },
      by(engineer, arrived, repair),
      { until: 'CallSettled', times: 2 },
      by(engineer, reported({ partsUsed: [filter(1), { partNumber: 'CONTACTOR-1', quantity: 1, fromStore: true }] })),
      { until: 'PartsAccounted' },
      // Reserved, issued, the cost, back into the depot, out of the store.
      { until: 'CallSettled', times: 5 },
      by(director, {
        type: 'amendReport',
        data: { changes: { partsUsed: [filter(2)] }, reason: 'the second was fitted after all', accountsParts: true },
      }),
      // Both slips are reversed.
      { until: 'CallSettled', times: 7 },
      surveyLapsed,
      revisited,
      closed,
    ],
  },
  {
    name: 'closed-then-a-possible-repeat-is-judged',
    steps: [
      answered,
      classified('repair'),
      sent(2042, 'east'),
      by(
        engineer,
        arrived,
        diagnosisAfter({
          earlier: [],
          otherFaults: [
            { caseNumber: 'AS-2026-000901', repairedAt: hoursAgo(240), fault: { code: 'overheats', nameEn: 'overheats', nameZh: '过热' } },
          ],
          repeatWithinDays: 90,
        }),
        repair,
        reported(),
      ),
      { until: 'PossibleRepeatFound' },
      surveyLapsed,
      revisited,
      by(clerk, { type: 'close', data: { leavesRepeatToJudge: true } }),
      by(director, { type: 'attributeRepeat', data: { attribution: 'misdiagnosis', note: 'the first looked at the wrong circuit' } }),
    ],
  },
];
