import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { createFinanceCalls } from '../../../../activities/finance-calls';
import type { createPartsCalls } from '../../../../activities/parts-calls';
import { LEARN_CONTACTS } from '../../../../domain/case/intake/identification';
import { ASK_TO_JOIN } from '../../../../domain/case/intake/joining';
import { REGISTER_REQUEST } from '../../../../domain/case/after-service/new-problems';
import { isOptional } from '../../../../domain/notices/template';
import { isNoticeName, NOTICE_TEMPLATES, type NoticeTemplate } from '../../../../domain/notices/templates';
import { DELIVER } from '../../../../domain/process/calls';
import { History } from '../support/history';
import { registrations } from '../support/any-command';
import { moves } from '../support/moves';

/** Kept whole by the compiler: a call that is added or renamed has to be named here. */
type CallName =
  | keyof ReturnType<typeof createPartsCalls>
  | keyof ReturnType<typeof createFinanceCalls>
  | typeof REGISTER_REQUEST
  | typeof ASK_TO_JOIN
  | typeof LEARN_CONTACTS
  | typeof DELIVER;
const CALLS: Readonly<Record<CallName, true>> = {
  reserveParts: true,
  releaseParts: true,
  issueParts: true,
  drawParts: true,
  handBackParts: true,
  reverseSlip: true,
  correctShipment: true,
  accrueCost: true,
  reverseCost: true,
  chargeOutlet: true,
  requestPurchase: true,
  recordPurchase: true,
  receiveGoods: true,
  cancelPurchase: true,
  shipParts: true,
  settleShipment: true,
  recallShipment: true,
  expectReturn: true,
  takeInReturn: true,
  forwardReturn: true,
  writeOffReturn: true,
  cancelReturn: true,
  issueInvoice: true,
  creditInvoice: true,
  [REGISTER_REQUEST]: true,
  [ASK_TO_JOIN]: true,
  [LEARN_CONTACTS]: true,
  [DELIVER]: true,
};
const isCall = (name: string): boolean => Object.hasOwn(CALLS, name);

const histories = fc
  .tuple(registrations, moves)
  .map(([registration, taken]) => History.of(registration, taken));
const always = (claim: (history: History) => boolean): void => {
  fc.assert(fc.property(histories, claim), { numRuns: 150 });
};

describe('Whatever happens to a case', () => {
  it('it calls only what there is to be called, and takes back only so', () => {
    always(({ moments }) =>
      moments
        .flatMap(({ effects }) => effects)
        .every(
          (effect) =>
            effect.kind !== 'call' ||
            (isCall(effect.call) && (effect.undo === undefined || isCall(effect.undo.call))),
        ),
    );
  });

  it('what dispatch and report ask of other systems can be taken back', () => {
    always(({ moments }) =>
      moments
        .filter(({ command: { type } }) => type === 'dispatch' || type === 'report' || type === 'amendReport')
        .flatMap(({ effects }) => effects)
        .every((effect) => effect.kind !== 'call' || effect.undo !== undefined),
    );
  });

  it('cancelling takes everything back, and nothing else does', () => {
    always(({ moments }) =>
      moments.every(
        ({ command, refusal, effects }) =>
          effects.some(({ kind }) => kind === 'undo') ===
          (command.type === 'cancel' && refusal === undefined),
      ),
    );
  });

  it('no parts are issued after it was cancelled (R20)', () => {
    always(({ moments }) =>
      moments
        .filter(({ after }) => after.stage === 'cancelled')
        .every(({ effects }) => effects.every((effect) => effect.kind !== 'call')),
    );
  });

  it('every message has its words, and the parameters that these name', () => {
    always(({ moments }) =>
      moments
        .flatMap(({ effects }) => effects)
        .every((effect) => {
          if (effect.kind !== 'notify') return true;
          if (!isNoticeName(effect.template)) return false;
          const { parameters }: NoticeTemplate = NOTICE_TEMPLATES[effect.template];
          // A link is made when the message is sent; what is optional may be known by then.
          return Object.entries(parameters).every(
            ([name, kind]) => /Link$/.test(kind) || isOptional(kind) || effect.params[name] !== undefined,
          );
        }),
    );
  });
});

describe('The histories tried here', () => {
  it('ask for every call but those that take back', () => {
    const asked = new Set(
      fc
        .sample(histories, { numRuns: 600, seed: 4 })
        .flatMap(({ moments }) => moments.flatMap(({ effects }) => effects))
        .flatMap((effect) =>
          effect.kind === 'call' ? [effect.call] : effect.kind === 'deliver' ? [DELIVER] : [],
        ),
    );
    expect([...asked].sort()).toEqual([
      'accrueCost',
      'askToJoin',
      'deliverCommand',
      'drawParts',
      'issueInvoice',
      'issueParts',
      'registerRequest',
      'reserveParts',
    ]);
  });
});
