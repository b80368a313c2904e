import fc, { type Arbitrary } from 'fast-check';
import type { CaseCommand } from '../../../../domain/case/commands';
import type { Registration } from '../../../../domain/case/events';
import { CHANNELS, PRIORITIES, REQUEST_TYPES, WARRANTY_STATES } from '../../../../domain/case/terms';
import { SYSTEM, type Actor } from '../../../../domain/identity/actor';
import { aClerk, aCustomer, anHqManager, anotherEngineer, STAFF_OF_EACH_ROLE } from './actors';
import * as commands from './commands';
import { approvals, offering, paperwork } from './beside';

/** What may happen to a case, sensible or not. */
export type Move =
  /** The next step of its life, by whoever has to take it, with such data as that step takes. */
  | { readonly kind: 'advance'; readonly data: StepData }
  /** Something beside it, by somebody who may. */
  | { readonly kind: 'aside'; readonly command: CaseCommand }
  /** Any command by anybody. */
  | { readonly kind: 'any'; readonly command: CaseCommand; readonly by: Actor }
  /** A step of one of its clocks, or of none; `pick` chooses. */
  | {
      readonly kind: 'elapse';
      readonly pick: number;
      readonly step: 'warn' | 'breach' | 'escalate' | 'expire';
    }
  /** The outcome of a call that is under way, or of one that never was. */
  | { readonly kind: 'settle'; readonly pick: number; readonly ok: boolean; readonly isReal: boolean };

export interface StepData {
  readonly classify: CaseCommand;
  /** With an appointment that may be nonsense; a sensible step gives its own. */
  readonly dispatch: CaseCommand;
  readonly survey: CaseCommand;
  readonly revisit: CaseCommand;
  readonly isRemote: boolean;
  /** The plan has to be approved, or is not. */
  readonly isDoubtful: boolean;
  /** The customer's word on a quote. */
  readonly isAccepted: boolean;
}

export interface Timed {
  readonly move: Move;
  readonly afterMs: number;
  /** How long ago it happened for its actor; negative: their clock runs ahead. */
  readonly agoMs: number | undefined;
}

/** Plain objects, as JSON gives them. */
const PLAIN = { noNullPrototype: true };
const kind = <K extends string>(name: K): Arbitrary<K> => fc.constant(name);

const text = fc.constantFrom('a', '重复', 'it still hums', '');
const unit = fc
  .constantFrom(...WARRANTY_STATES)
  .map((warranty) => ({ ...commands.UNIT, warranty }))
  .chain((plain) => fc.constantFrom(plain, { ...plain, entitlement: commands.ENTITLEMENT }));
const customer = fc.constantFrom(commands.CUSTOMER, commands.CUSTOMER, commands.PROSPECT);
const level = fc.constantFrom('A', 'B', 'C');
const score = fc.integer({ min: 1, max: 5 });
const anHourFromReceipt = fc
  .integer({ min: -2, max: 240 })
  .map((hours) => new Date(Date.parse(commands.RECEIVED_AT) + hours * 3_600_000).toISOString());
const partLine = fc.record({ partNumber: fc.constantFrom('CAP-1', 'SEAL-2'), quantity: score }, PLAIN);

const classification: Arbitrary<CaseCommand> = fc
  .record(
    {
      requestType: fc.constantFrom('repair', 'repair', 'installation', ...REQUEST_TYPES),
      priority: fc.constantFrom(...PRIORITIES),
      unit,
    },
    { ...PLAIN, requiredKeys: ['requestType', 'priority'] },
  )
  .map(commands.classify);
const dispatching: Arbitrary<CaseCommand> = fc
  .tuple(anHourFromReceipt, anHourFromReceipt, fc.array(partLine, { maxLength: 2 }), level)
  .map(([from, to, parts, serviceLevel]) =>
    commands.dispatch({
      appointment: { from, to },
      parts,
      engineer: {
        id: 'engineer-li',
        name: 'Li',
        outletId: 'outlet-suzhou',
        regionId: 'centre-east',
        serviceLevel,
      },
    }),
  );
const identification: Arbitrary<CaseCommand> = fc
  .record(
    { customer, unit, regionId: fc.constant('centre-west'), serviceLevel: level },
    { ...PLAIN, requiredKeys: ['customer'] },
  )
  .map(commands.identifyCustomer);
const survey: Arbitrary<CaseCommand> = fc
  .record(
    { productScore: score, serviceScore: score, comment: text },
    { ...PLAIN, requiredKeys: ['productScore', 'serviceScore'] },
  )
  .map(commands.recordSurvey);
const revisit: Arbitrary<CaseCommand> = fc
  .record(
    {
      outcome: fc.constantFrom(
        'not-reached',
        'not-reached',
        'not-reached',
        'satisfied',
        'dissatisfied',
        'new-problem',
      ),
      note: text,
    },
    PLAIN,
  )
  .map(commands.recordRevisit);

const steering: Arbitrary<CaseCommand> = fc.oneof(
  fc.constant(commands.pause()),
  identification,
  fc.constantFrom(
    commands.escalateQuestion(),
    commands.escalateQuestion(),
    commands.cancel(),
    commands.addNote(),
    commands.reopen(),
    commands.reopen(),
    commands.handOver(),
    commands.escalate(),
    commands.recordJoinedRequest(),
    commands.overruleEntitlement(),
    commands.depart(),
    ...offering,
    commands.sendLink(),
    commands.sendLink(),
    ...Array.from({ length: 4 }, () => commands.reassign()),
    commands.moveAppointment(),
    commands.attributeRepeat(),
    commands.attributeRepeat(),
    commands.attributeRepeat({ attribution: 'unrelated' }),
    commands.recordTripCost(),
    commands.recordTripCost({ trip: 2 }),
    commands.depart(),
    commands.leaveUnfinished(),
    commands.prepareQuote(),
    commands.reviseQuote(),
    commands.prepareQuote({ approvalRules: commands.QUOTE_RULES }),
    commands.reviseQuote({ approvalRules: commands.QUOTE_RULES, lines: commands.QUOTE_LINES }),
    commands.overruleEntitlement({ verdict: { labour: 0, parts: 0, travel: 0 } }),
    ...PRIORITIES.map((priority) => commands.changePriority({ priority })),
    ...['dissatisfied', 'revisit'].map((key) => commands.completeFollowUp({ key })),
    commands.followUpDone('call-1'),
  ),
);
const aside = fc.oneof(
  { weight: 9, arbitrary: steering },
  { weight: 1, arbitrary: paperwork },
  { weight: 1, arbitrary: approvals },
);
const anything: Arbitrary<CaseCommand> = fc.oneof(
  aside,
  classification,
  dispatching,
  survey,
  revisit,
  approvals,
  fc.constantFrom(
    commands.answer(),
    commands.arrive(),
    ...offering,
    commands.acceptOffer(),
    ...Array.from({ length: 4 }, () => commands.reassign()),
    ...Array.from({ length: 6 }, () => commands.moveAppointment()),
    commands.repair(),
    commands.repairUntested(),
    commands.verify(),
    commands.verifyFailed(),
    commands.depart(),
    commands.diagnose(),
    commands.diagnoseRepeat(),
    commands.diagnoseForApproval(),
    commands.leaveUnfinished(),
    commands.orderParts(),
    commands.attributeRepeat(),
    commands.report(),
    commands.prepareQuote(),
    commands.reviseQuote(),
    commands.decideQuote(),
    commands.refuseQuote(),
    commands.endUnrepaired(),
    commands.resolveRemotely(),
    commands.resume(),
    commands.close(),
    commands.cancel(),
    ...Array.from({ length: 5 }, () => commands.join()),
    commands.join({ into: 'AS-2026-000001' }),
    commands.register(),
  ),
);
const anybody = fc.constantFrom<Actor>(
  ...STAFF_OF_EACH_ROLE,
  aCustomer(),
  SYSTEM,
  anotherEngineer(),
  aClerk(),
  anHqManager(),
);

const stepData: Arbitrary<StepData> = fc.record(
  {
    classify: classification,
    dispatch: dispatching,
    survey,
    revisit,
    isRemote: fc.nat(3).map((n) => n === 0),
    isDoubtful: fc.nat(2).map((n) => n === 0),
    isAccepted: fc.nat(3).map((n) => n > 0),
  },
  PLAIN,
);
const move: Arbitrary<Move> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ kind: kind('advance'), data: stepData }) },
  { weight: 5, arbitrary: fc.record({ kind: kind('aside'), command: aside }) },
  { weight: 4, arbitrary: fc.record({ kind: kind('any'), command: anything, by: anybody }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: kind('elapse'),
      // The latest clock first.
      pick: fc.constantFrom(0, 0, 0, 1, 2, 5),
      step: fc.constantFrom('warn', 'breach', 'escalate', 'expire', 'expire'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: kind('settle'),
      pick: fc.nat(5),
      ok: fc.boolean(),
      isReal: fc.constantFrom(true, true, false),
    }),
  },
);

const minutes = (min: number, max: number): Arbitrary<number> =>
  fc.integer({ min, max }).map((n) => n * 60_000);
export const moves: Arbitrary<readonly Timed[]> = fc.array(
  fc.record({
    move,
    afterMs: minutes(0, 600),
    agoMs: fc.option(minutes(-6, 300), { nil: undefined, freq: 3 }),
  }),
  { minLength: 8, maxLength: 30, size: 'max' },
);

export const registrations: Arbitrary<Registration> = fc
  .record(
    {
      caseNumber: fc.constantFrom('AS-2026-000001', commands.SAMPLED_NUMBER, commands.UNSAMPLED_NUMBER),
      channel: fc.constantFrom(...CHANNELS),
      customer,
      unit,
      serviceLevel: level,
      regionId: fc.constant('centre-east'),
      openCases: fc.constantFrom([], ['AS-2026-000050']),
    },
    { ...PLAIN, requiredKeys: ['caseNumber'] },
  )
  .map((data) => ({ ...commands.OF_A_STRANGER, ...data }));
