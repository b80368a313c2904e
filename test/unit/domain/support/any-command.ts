import fc, { type Arbitrary } from 'fast-check';
import type { CaseCommand } from '../../../../domain/case/commands';
import type { Registration } from '../../../../domain/case/intake/terms';
import { CHANNELS, PRIORITIES, REQUEST_TYPES } from '../../../../domain/case/terms';
import { WARRANTY_STATES } from '../../../../domain/entitlement/terms';
import { SYSTEM, type Actor } from '../../../../domain/identity/actor';
import { aClerk, aCustomer, anHqManager, anotherEngineer, STAFF_OF_EACH_ROLE } from './actors';
import * as commands from './commands';
import { approvals, offering, paperwork } from './beside';
import { diagnosePossibleRepeat } from './repeat-commands';

/** Plain objects, as JSON gives them. */
export const PLAIN = { noNullPrototype: true };

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

export const classification: Arbitrary<CaseCommand> = fc
  .record(
    {
      requestType: fc.constantFrom('repair', 'repair', 'installation', ...REQUEST_TYPES),
      priority: fc.constantFrom(...PRIORITIES),
      unit,
    },
    { ...PLAIN, requiredKeys: ['requestType', 'priority'] },
  )
  .map(commands.classify);
export const dispatching: Arbitrary<CaseCommand> = fc
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
export const survey: Arbitrary<CaseCommand> = fc
  .record(
    { productScore: score, serviceScore: score, comment: text },
    { ...PLAIN, requiredKeys: ['productScore', 'serviceScore'] },
  )
  .map(commands.recordSurvey);
export const revisit: Arbitrary<CaseCommand> = fc
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
  fc.constantFrom(commands.pause(), commands.pause({ until: '2026-12-24T00:00:00.000Z' })),
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
    commands.takeJoined(),
    commands.askToJoin(),
    commands.overruleEntitlement(),
    commands.depart(),
    ...offering,
    commands.sendLink(),
    commands.sendLink(),
    commands.recordMessage(),
    commands.recordMessage({ kind: 'complaint', text: 'Nobody came.' }),
    ...Array.from({ length: 3 }, () => commands.reassign()),
    commands.classify({
      requestType: 'exchange',
      priority: 'low',
      consent: { by: 'customer', how: 'phone', at: commands.RECEIVED_AT },
    }),
    commands.moveAppointment(),
    ...Array.from({ length: 6 }, () => commands.attributeRepeat()),
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
export const aside = fc.oneof(
  { weight: 9, arbitrary: steering },
  { weight: 1, arbitrary: paperwork },
  { weight: 1, arbitrary: approvals },
);
export const anything: Arbitrary<CaseCommand> = fc.oneof(
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
    diagnosePossibleRepeat(),
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
export const anybody = fc.constantFrom<Actor>(
  ...STAFF_OF_EACH_ROLE,
  aCustomer(),
  SYSTEM,
  anotherEngineer(),
  aClerk(),
  anHqManager(),
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
