import type { ApprovalKind } from '../../../../domain/approval/terms';
import type { CaseCommand } from '../../../../domain/case/commands';
import type { Registration } from '../../../../domain/case/intake/terms';
import type { QuoteStatus } from '../../../../domain/case/quote/terms';
import type { Stage } from '../../../../domain/case/terms';
import { aRegistration } from './commands';
import { elapse } from './case-builder';
import { CaseWorld, type WayToAnswer } from './case-world';
import * as commands from './commands';

/** A case that stands where a test wants it, with systems that answer in that way. */
export type Standing = (answers?: WayToAnswer, failing?: readonly string[]) => CaseWorld;

export const PARTS = [{ partNumber: 'CAP-1', quantity: 1 }];
export const MORE_PARTS = [{ partNumber: 'SEAL-2', quantity: 2 }];
export const USED = { labourMinutes: 60, partsUsed: [{ partNumber: 'CAP-1', quantity: 1 }] };
/** With a piece from the outlet's own store. */
export const FROM_STORE = { partsUsed: [...PARTS, ...MORE_PARTS, { partNumber: 'BELT-3', quantity: 1 }] };
const nobodyCovers = { verdict: { labour: 0, parts: 0, travel: 0 } };

const begun =
  (changes: Partial<Registration> = {}): Standing =>
  (answers, failing) =>
    new CaseWorld(aRegistration(changes), answers, failing);
export const from =
  (before: Standing, ...given: readonly Parameters<CaseWorld['does']>[0][]): Standing =>
  (...how) =>
    given.reduce<CaseWorld>((world, command) => world.does(command), before(...how));

const answered = from(begun(), commands.answer());
const classified = from(answered, commands.classify({ unit: commands.UNIT }));
export const dispatched = from(classified, commands.dispatch({ parts: PARTS }));
const onSite = from(dispatched, commands.arrive());
const diagnosed = from(onSite, commands.diagnose({ parts: MORE_PARTS }));
const untested: CaseCommand = {
  type: 'repair',
  data: { fault: 'no torque', cause: 'worn capacitor', work: 'replaced it' },
};
const left = from(diagnosed, commands.leaveUnfinished());
export const awaiting = from(left, commands.orderParts());
export const repaired = from(diagnosed, commands.repair());
export const reported = from(repaired, commands.report());
const toInstall = from(answered, commands.classify({ requestType: 'installation', unit: commands.UNIT }));
const set = from(toInstall, commands.dispatch(), commands.arrive(), commands.diagnose(), commands.repair());
export const installed = from(set, commands.report({ acceptedOn: '2026-11-03' }));
const surveyed = from(reported, commands.recordSurvey());
const dissatisfied = from(reported, commands.recordSurvey({ serviceScore: 1 }));

export const withNewProblem = from(surveyed, commands.recordRevisit({ outcome: 'new-problem' }));

const paid = from(classified, commands.overruleEntitlement(nobodyCovers));
const paidOnSite = from(
  paid,
  commands.dispatch({ parts: PARTS }),
  commands.arrive(),
  commands.diagnose({ parts: MORE_PARTS }),
);
const quoted = from(paidOnSite, commands.prepareQuote());
const decided =
  (decision: 'accept' | 'refuse', before = quoted): Standing =>
  (...how) => {
    const world = before(...how);
    const { version = 0, statusSince: at = '' } = world.state.quote ?? {};
    const consent = { by: 'customer', how: 'phone', at } as const;
    return world.does(commands.decideQuote({ version, decision, consent }));
  };
const accepted = decided('accept');
export const invoiced = from(accepted, commands.repair(), commands.report(USED));
const refusedAndLeft = from(decided('refuse'), commands.leaveUnfinished());
const unrepaired = from(refusedAndLeft, commands.endUnrepaired());

const inApproval = from(paidOnSite, commands.prepareQuote({ approvalRules: commands.QUOTE_RULES }));

/** A plan or quote that waits for the approval of that kind. */
const APPROVAL_OPEN: Readonly<Record<ApprovalKind, Standing>> = {
  'repair-plan': from(onSite, commands.diagnoseForApproval()),
  'unit-replacement': from(onSite, commands.diagnoseForApproval({ kind: 'unit-replacement' })),
  quote: inApproval,
};

/** The quote, whatever has become of it. */
const QUOTE_AT: Readonly<Record<QuoteStatus, Standing>> = {
  'in-approval': inApproval,
  disapproved: from(inApproval, commands.decideQuoteApproval({ decision: 'reject' })),
  offered: quoted,
  accepted,
  refused: decided('refuse'),
  lapsed: from(quoted, elapse('quote', { kind: 'expire' })),
  void: from(quoted, commands.overruleEntitlement({ verdict: { labour: 100, parts: 100, travel: 100 } })),
  'nothing-to-pay': from(paidOnSite, commands.prepareQuote({ lines: [] })),
};

const shipped: Standing = (...how) => {
  const world = awaiting(...how);
  const items = [{ line: 1, quantity: 1 }];
  world.order().give({ type: 'ship', data: { depot: 'east', carrier: 'SF', items } });
  return world;
};
const received: Standing = (...how) => {
  const world = shipped(...how);
  world.order().give({ type: 'confirmReceipt', data: { shipment: 1 } });
  return world;
};

interface How {
  readonly how: string;
  readonly standing: Standing;
  /** Systems that are away never bring a case here. */
  readonly needsAnswers?: true;
  /** Tasks left for people after the cancellation. */
  readonly leaves?: readonly string[];
}
const each = (standings: Readonly<Record<string, Standing>>, what: string): How[] =>
  Object.entries(standings).map(([name, standing]) => ({ how: `${what}: ${name}`, standing }));

/** Every stage, and what may have been set going by then. The compiler asks for each new one. */
export const STANDINGS: Readonly<Record<Stage, readonly How[]>> = {
  unregistered: [],
  registered: [
    { how: 'just taken in', standing: begun() },
    { how: 'its question is with headquarters', standing: from(begun(), commands.escalateQuestion()) },
  ],
  answered: [{ how: 'and no more', standing: answered }],
  classified: [
    { how: 'and no more', standing: classified },
    { how: 'the job is offered', standing: from(classified, commands.offer()) },
    { how: 'an offer was declined', standing: from(classified, commands.offer(), commands.declineOffer()) },
    { how: 'a visit was left unfinished, its parts reserved', standing: left },
    { how: 'the quote was refused', standing: refusedAndLeft },
    { how: 'parts have come', standing: received, needsAnswers: true, leaves: ['undo-failed'] },
    {
      how: 'reopened after a report',
      standing: from(dissatisfied, commands.reopen()),
    },
    { how: 'reopened after an invoice', standing: from(invoiced, commands.reopen()) },
  ],
  dispatched: [
    { how: 'with parts', standing: dispatched },
    {
      how: 'an engineer took the offer',
      standing: from(classified, commands.offer({ parts: PARTS }), commands.acceptOffer()),
    },
    { how: 'to somebody else', standing: from(dispatched, commands.reassign()) },
    { how: 'for another time', standing: from(dispatched, commands.moveAppointment()) },
    { how: 'the engineer is on the way', standing: from(dispatched, commands.depart()) },
    { how: 'for the second time', standing: from(left, commands.dispatch({ parts: PARTS })) },
  ],
  'on-site': [
    { how: 'just arrived', standing: onSite },
    { how: 'diagnosed', standing: diagnosed },
    { how: 'diagnosed anew', standing: from(diagnosed, commands.diagnose({ parts: PARTS })) },
    { how: 'repaired in vain', standing: from(diagnosed, untested, commands.verifyFailed()) },
    { how: 'parts are ordered', standing: from(diagnosed, commands.orderParts()) },
    {
      how: 'served for the second time',
      standing: from(
        invoiced,
        commands.reopen(),
        commands.dispatch({ parts: PARTS }),
        commands.arrive(),
        commands.diagnose(),
        commands.prepareQuote(),
      ),
    },
    ...each(APPROVAL_OPEN, 'awaiting approval'),
    ...each(QUOTE_AT, 'quote'),
  ],
  'awaiting-parts': [
    { how: 'reserved', standing: awaiting },
    { how: 'to be bought', standing: from(left, commands.orderParts({ lines: bigLines() })) },
    { how: 'on their way', standing: shipped, needsAnswers: true },
  ],
  repaired: [
    { how: 'with parts', standing: repaired },
    { how: 'not tested yet', standing: from(diagnosed, untested) },
    { how: 'with parts still on order', standing: from(diagnosed, commands.orderParts(), commands.repair()) },
    { how: 'at the customer’s cost', standing: from(accepted, commands.repair()) },
  ],
  reported: [
    { how: 'at our cost', standing: reported },
    { how: 'at the customer’s cost', standing: invoiced },
    { how: 'amended', standing: from(reported, commands.amendReport({ labourCostCents: 9_000 })) },
    {
      how: 'amended twice, with its invoice',
      standing: from(
        invoiced,
        commands.amendReport({ labourMinutes: 90, labourCostCents: 9_000 }),
        commands.amendReport({ labourMinutes: 45 }),
      ),
    },
    { how: 'resolved remotely', standing: from(classified, commands.resolveRemotely()) },
    { how: 'resolved remotely after a visit', standing: from(left, commands.resolveRemotely()) },
    { how: 'left unrepaired', standing: unrepaired },
  ],
  surveyed: [
    { how: 'satisfied', standing: surveyed },
    { how: 'dissatisfied', standing: dissatisfied, leaves: ['dissatisfied-customer'] },
    {
      how: 'dissatisfied, with parts still on order',
      standing: from(
        diagnosed,
        commands.orderParts(),
        commands.repair(),
        commands.report(),
        commands.recordSurvey({ serviceScore: 1 }),
      ),
      leaves: ['dissatisfied-customer'],
    },
    { how: 'never answered', standing: from(reported, elapse('survey', { kind: 'expire' })) },
    { how: 'invoiced', standing: from(invoiced, commands.recordSurvey()) },
  ],
  revisited: [
    { how: 'satisfied', standing: from(surveyed, commands.recordRevisit()) },
    {
      how: 'with a new problem',
      standing: withNewProblem,
    },
  ],
  closed: [],
  cancelled: [],
  joined: [],
};

function bigLines() {
  const command = commands.orderParts();
  const lines = command.type === 'orderParts' ? command.data.lines : [];
  return lines.map((line) => ({ ...line, quantity: 99 }));
}

/** Where a case may end without being cancelled, from each of which nothing must stay reserved either. */
export const ENDINGS: readonly (readonly [string, Standing])[] = [
  ['closed after a repair', from(surveyed, commands.recordRevisit(), commands.close())],
  ['resolved remotely after a visit', from(left, commands.resolveRemotely())],
  ['left unrepaired', unrepaired],
  [
    'repaired, then served again without a visit',
    from(dissatisfied, commands.reopen(), commands.resolveRemotely()),
  ],
  ['joined to another after a visit', from(left, commands.join())],
  [
    'repaired by a plan in place of another',
    from(diagnosed, commands.diagnose({ parts: PARTS }), commands.repair()),
  ],
];
