import { Type, type Static } from '@sinclair/typebox';
import { WARRANTY_STATES } from '../../domain/entitlement/terms';
import { SENDER_KINDS } from '../../domain/case/facts';
import { LANGUAGES } from '../../domain/bilingual';
import { TRIP_OUTCOMES } from '../../domain/case/visit/trips';
import { UNFINISHED_REASONS } from '../../domain/case/visit/terms';
import { CAUSE_CATEGORIES, REPEAT_ATTRIBUTIONS } from '../../domain/case/flows/repair/facts';
import { PERMISSIONS } from '../../domain/identity/permissions';
import { SERVICE_LEVELS } from '../../domain/identity/roles';
import { CaseApprovals } from '../approvals/schema';
import { AFTER_SERVICE_FIELDS } from './after-service-schema';
import { CommandOutlooks, OUTLOOK_EXAMPLE } from '../case-commands/outlook-schema';
import { AttachmentFactsSchema } from '../attachments/schema';
import { CASE_EXAMPLE, CASE_SUMMARY } from './schema';
import { CasePartsOrders, CaseReservations } from './parts-schema';
import { ClockSchema } from './clock-schema';
import { CaseNumber, Nullable, literals } from '../http/schema/common';
import { CaseEntitlementSchema } from './entitlement-schema';
import { INTAKE_FIELDS } from '../requests/fields-schema';
import { Bilingual, OFFER_FIELDS, PartLine } from './offer-schema';
import { At } from '../http/schema/paging';
import { Timeline } from './timeline-entry-schema';
import { QuoteView } from './quote-schema';
import { ReportView } from '../service-reports/schema';
import { TaskFields } from '../tasks/schema';
import { ARRIVAL_FIELDS, TripCostSchema } from '../dispatch/trip-schema';
import { VERIFICATION_FIELDS } from './verification-schema';

export const CaseDetail = Type.Object(
  {
    ...CASE_SUMMARY,
    stageSince: At,
    customer: Nullable(
      Type.Object({ id: Type.String(), name: Type.String(), status: literals(['active', 'prospect']) }),
    ),
    unit: Nullable(
      Type.Object({
        id: Type.String(),
        serial: Type.String(),
        productCode: Type.String(),
        productName: Bilingual,
        warranty: literals(WARRANTY_STATES),
      }),
    ),
    entitlement: Nullable(CaseEntitlementSchema),
    sender: Type.Object(
      {
        kind: literals(SENDER_KINDS),
        name: Type.String(),
        phone: Nullable(Type.String()),
        extension: Nullable(Type.String()),
        email: Nullable(Type.String()),
        address: Nullable(Type.String()),
      },
      { description: 'How to reach the sender is told to those who may read customer files' },
    ),
    text: Type.String(),
    language: literals(LANGUAGES),
    intakeOrganisationId: Type.String(),
    ...INTAKE_FIELDS,
    escalatedQuestion: Nullable(Type.String()),
    pausedReason: Nullable(Type.String()),
    pausedUntil: Nullable(
      Type.String({
        format: 'date-time',
        description: 'The case goes on by itself then; null also for a pause from before it had to be stated',
      }),
    ),
    symptom: Nullable(Type.String()),
    clocks: Type.Array(ClockSchema),
    tasks: Type.Array(Type.Object(TaskFields)),
    ...OFFER_FIELDS,
    dispatch: Nullable(
      Type.Object({
        engineer: Type.Object({
          id: Type.String(),
          name: Type.String(),
          outletId: Type.String(),
          serviceLevel: literals(SERVICE_LEVELS),
        }),
        appointment: Type.Object({ from: At, to: At }),
        parts: Type.Array(PartLine),
      }),
    ),
    visits: Type.Array(
      Type.Object({
        number: Type.Integer(),
        engineer: Type.Object({ id: Type.String(), name: Type.String(), outletId: Type.String() }),
        appointment: Type.Object({ from: At, to: At }),
        departedAt: Nullable(At),
        arrivedAt: Nullable(At),
        ...ARRIVAL_FIELDS,
        endedAt: Nullable(At),
        outcome: literals(TRIP_OUTCOMES),
        reason: Nullable(literals(UNFINISHED_REASONS)),
        cost: Nullable(TripCostSchema),
      }),
      { description: 'Every trip to the customer, in order (R13)' },
    ),
    diagnosis: Nullable(
      Type.Object({
        fault: Type.Object({ code: Type.String(), names: Bilingual }),
        cause: Type.Object({ code: Type.String(), names: Bilingual, category: literals(CAUSE_CATEGORIES) }),
        finding: Type.String(),
        plan: Type.String(),
        parts: Type.Array(PartLine),
      }),
    ),
    repeatRepair: Nullable(
      Type.Object(
        {
          caseNumber: CaseNumber,
          repairedAt: At,
          days: Type.Integer(),
          attribution: Nullable(literals(REPEAT_ATTRIBUTIONS)),
        },
        { description: 'The same fault on the same unit was repaired not long ago (R14)' },
      ),
    ),
    possibleRepeat: Nullable(
      Type.Object(
        {
          caseNumber: CaseNumber,
          repairedAt: At,
          days: Type.Integer(),
          fault: Nullable(Type.Object({ code: Type.String(), names: Bilingual })),
          attribution: Nullable(Type.Literal('unrelated')),
        },
        {
          description:
            'Another fault on the same unit was repaired not long ago (R14): a supervisor may attribute it, which makes it a repeat repair',
        },
      ),
    ),
    firstTimeFix: Nullable(
      Type.Boolean({
        description: 'Repaired on the first visit and no repeat repair; null until it is repaired on site',
      }),
    ),
    approvals: CaseApprovals,
    reservations: CaseReservations,
    partsOrders: CasePartsOrders,
    quote: Nullable(QuoteView),
    ...VERIFICATION_FIELDS,
    resolution: Nullable(Type.String()),
    report: Nullable(ReportView),
    earlierReports: Type.Array(ReportView, { description: 'Of the services before the case was reopened' }),
    attachments: Type.Array(
      Type.Object({ ...AttachmentFactsSchema.properties, caption: Nullable(Type.String()), attachedAt: At }),
      { description: 'Put on record with `attach`; all that were sent are at /attachments' },
    ),
    ...AFTER_SERVICE_FIELDS,
    allowedCommands: Type.Array(
      Type.String({
        enum: Object.keys(PERMISSIONS).flatMap(
          (name) => /^case\.(?!read$|command$)(.+)$/.exec(name)?.[1] ?? [],
        ),
      }),
      { description: 'What the caller may do now, by the rules that will judge it' },
    ),
    commands: CommandOutlooks,
    timeline: Timeline,
  },
  { title: 'CaseDetail' },
);
export type CaseDetail = Static<typeof CaseDetail>;

/** As the answer is documented. */
export const CaseDetailAnswer = {
  ...CaseDetail,
  examples: [
    {
      ...CASE_EXAMPLE,
      stageSince: '2026-11-22T02:05:00.000Z',
      customer: { id: 'cus-0001', name: '上海澜汀食品有限公司', status: 'active' },
      serial: null,
      unitOffer: null,
      joinedRequests: [],
      joinedRequestCount: 0,
      joinedInto: null,
      joiningInto: null,
      symptom: '三号机漏油',
      clocks: [],
      tasks: [],
      visits: [],
      followUps: [],
      doneFollowUps: [],
      newProblems: [],
      origin: null,
      allowedCommands: ['addNote', 'pause'],
      commands: OUTLOOK_EXAMPLE,
      timeline: { items: [], earlier: null, later: null },
    },
  ],
};
