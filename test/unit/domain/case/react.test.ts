import { describe, expect, it } from '@jest/globals';
import { serviceCase } from '../../../../domain/case/decider';
import type { Effect } from '../../../../domain/process/decider';
import { ENGINEER_ID } from '../support/actors';
import {
  aCase,
  aStrangersCase,
  callFailed,
  elapse,
  recordedBy,
  reservationKey,
  settleCall,
  type AnyCommand,
  type CaseBuilder,
} from '../support/case-builder';
import * as commands from '../support/commands';
import { CASE_AT } from '../support/stages';

/** Effects of a command. */
function effectsOf(before: CaseBuilder, command: AnyCommand): readonly Effect[] {
  let { state } = before;
  return recordedBy(before, command, {}).flatMap((event) => {
    state = serviceCase.evolve(state, event);
    return serviceCase.react(state, event);
  });
}
const messages = (effects: readonly Effect[]) =>
  effects.flatMap((effect) => (effect.kind === 'notify' ? [[effect.template, effect.to]] : []));
const others = (effects: readonly Effect[]) => effects.filter(({ kind }) => kind !== 'notify');

const toDesk = { role: 'enquiry-clerk', organisationId: 'centre-east' };
const toCustomer = { customerId: 'customer-1' };
const toEngineer = { staffId: ENGINEER_ID };
const PARTS = [{ partNumber: 'CAP-1', quantity: 2 }];
const withParts = () => CASE_AT.classified().dispatched({ parts: PARTS });
const KEY = reservationKey(withParts());
const reserved = settleCall({ key: KEY, outcome: { ok: true, result: {} } });
const issue = { kind: 'call', call: 'issueParts', input: { reservationId: KEY }, about: KEY };

describe('Messages', () => {
  it('go to the desk and to the sender when a request is registered (R1)', () => {
    const { events, state } = aCase();
    expect(messages(events.flatMap((event) => serviceCase.react(state, event)))).toEqual([
      ['case-registered', toDesk],
      ['request-received', toCustomer],
    ]);
  });

  it.each([
    [{ email: 'lin@example.com', phone: '+8613800000001' }, [{ address: 'lin@example.com' }]],
    [{ phone: '+8613800000001' }, [{ address: '+8613800000001' }]],
    [{ address: '1 Canal Street' }, []],
  ])('reach a sender nobody knows by %j', (contact, recipients) => {
    const stranger = aStrangersCase({ kind: 'dealer', name: 'Lin', ...contact });
    expect(messages(effectsOf(stranger, commands.answer()))).toEqual(
      recipients.map((to) => ['request-answered', to]),
    );
  });

  it('tell the engineer and the customer of the visit (R4, R36)', () => {
    expect(messages(effectsOf(CASE_AT.classified(), commands.dispatch()))).toEqual([
      ['work-order', toEngineer],
      ['engineer-appointed', toCustomer],
    ]);
  });

  it('tell both of its end', () => {
    expect(messages(effectsOf(CASE_AT.dispatched(), commands.cancel()))).toEqual([
      ['case-cancelled', toCustomer],
      ['work-order-cancelled', toEngineer],
    ]);
    expect(messages(effectsOf(CASE_AT.answered(), commands.cancel()))).toEqual([
      ['case-cancelled', toCustomer],
    ]);
  });

  it('take a question to headquarters and its answer to the sender (R5)', () => {
    expect(messages(effectsOf(aCase(), commands.escalateQuestion()))).toEqual([
      ['question-escalated', { role: 'hq-service-manager', organisationId: 'hq' }],
    ]);
    expect(messages(effectsOf(aCase().escalated(), commands.answer()))).toEqual([
      ['request-answered', toCustomer],
    ]);
  });

  it('ask for the survey after every service (R22)', () => {
    expect(messages(effectsOf(CASE_AT.repaired(), commands.report()))).toEqual([
      ['survey-asked', toCustomer],
    ]);
    expect(messages(effectsOf(CASE_AT.classified(), commands.resolveRemotely()))).toEqual([
      ['survey-asked', toCustomer],
    ]);
  });

  it('tell the desk of a follow-up (R24), and the customer that the case is closed', () => {
    expect(messages(effectsOf(CASE_AT.reported(), commands.recordSurvey({ serviceScore: 1 })))).toEqual([
      ['follow-up', toDesk],
    ]);
    expect(messages(effectsOf(CASE_AT.revisited(), commands.close()))).toEqual([['case-closed', toCustomer]]);
  });
});

describe('A promise that runs out (R4)', () => {
  it('warns whoever has the case, in their working hours', () => {
    const [warning] = effectsOf(CASE_AT.dispatched(), elapse('arrival', { kind: 'warn' }));
    expect(warning).toMatchObject({
      template: 'clock-warned',
      to: toEngineer,
      urgency: 'working-hours',
      params: { clock: 'arrival' },
    });
  });

  it('is told at once when it is broken', () => {
    const [breach] = effectsOf(aCase(), elapse('answer'));
    expect(breach).toMatchObject({
      template: 'clock-breached',
      to: toDesk,
      urgency: 'now',
      params: { clock: 'answer', late: true },
    });
  });

  it.each([
    ['owner', toEngineer],
    ['centre-director', { role: 'centre-director', organisationId: 'centre-east' }],
    ['hq-service-manager', { role: 'hq-service-manager', organisationId: 'hq' }],
  ])('goes up to %s', (to, recipient) => {
    const [escalation] = effectsOf(CASE_AT.dispatched(), elapse('arrival', { kind: 'escalate', to }));
    expect(escalation).toMatchObject({ template: 'clock-escalated', to: recipient, urgency: 'now' });
  });

  it('reminds the customer where it is theirs to keep: the survey (R22)', () => {
    expect(messages(effectsOf(CASE_AT.reported(), elapse('survey', { kind: 'warn' })))).toEqual([
      ['survey-reminder', toCustomer],
    ]);
  });
});

describe('Parts (R19, R20)', () => {
  it('are reserved with the dispatch, nearest depot first, and can be released', () => {
    expect(others(effectsOf(CASE_AT.classified(), commands.dispatch({ parts: PARTS })))).toEqual([
      {
        kind: 'call',
        call: 'reserveParts',
        input: {
          reference: 'AS-2026-000001',
          lines: PARTS,
          preferredDepots: ['outlet-suzhou', 'centre-east', 'hq'],
        },
        undo: { call: 'releaseParts', input: {} },
      },
    ]);
    expect(others(effectsOf(CASE_AT.classified(), commands.dispatch()))).toEqual([]);
  });

  it('are issued with the repair', () => {
    expect(others(effectsOf(withParts().does(reserved).onSite(), commands.repair()))).toEqual([issue]);
    expect(others(effectsOf(withParts().onSite(), commands.repair()))).toEqual([]);
  });

  it('are issued once they are reserved, where the engineer was faster', () => {
    const repaired = withParts().onSite().repaired();
    expect(others(effectsOf(repaired, reserved))).toEqual([issue]);
    expect(others(effectsOf(repaired.reported().surveyed().revisited().closed(), reserved))).toEqual([issue]);
  });

  it('are not issued where they could not be reserved, nor before the repair', () => {
    expect(others(effectsOf(withParts().onSite().repaired(), callFailed()))).toEqual([]);
    expect(others(effectsOf(withParts(), reserved))).toEqual([]);
  });

  it('that a repair has used are issued, though the case was cancelled before their reservation was known', () => {
    const repaired = withParts().onSite().repaired();
    expect(others(effectsOf(repaired.cancelled(), reserved))).toMatchObject([{ call: 'issueParts' }]);
    expect(others(effectsOf(repaired, commands.cancel()))).toMatchObject([
      { kind: 'undo', keeps: { seqs: [repaired.state.usedUnreserved?.[0]] } },
    ]);
    // A case that took back everything, as cases did before.
    expect(others(effectsOf(repaired.does(commands.cancelAll()), reserved))).toEqual([]);
  });
});

describe('Cost and cancelling (R10)', () => {
  it('accrues with the report and can be reversed', () => {
    expect(others(effectsOf(CASE_AT.repaired(), commands.report()))).toEqual([
      {
        kind: 'call',
        call: 'accrueCost',
        input: {
          reference: 'AS-2026-000001',
          warranty: 'unknown',
          labourCostCents: 12_000,
          travelCostCents: 3_000,
          partsCostCents: 4_500,
          currency: 'CNY',
        },
        undo: { call: 'reverseCost', input: {} },
      },
    ]);
  });

  it('takes back what has not happened when the case is cancelled, at any stage', () => {
    const keeps = { calls: ['reverseCost', 'creditInvoice', 'reverseSlip'], seqs: [] };
    for (const stage of ['registered', 'dispatched', 'reported', 'revisited'] as const)
      expect(others(effectsOf(CASE_AT[stage](), commands.cancel()))).toEqual([{ kind: 'undo', keeps }]);
  });

  it('takes back everything by a command of before that was told apart', () => {
    expect(others(effectsOf(CASE_AT.reported(), commands.cancelAll()))).toEqual([{ kind: 'undo' }]);
  });
});

describe('Joining (R14)', () => {
  it('takes the request to the other case, with all that had been joined to it', () => {
    const delivered = (requestNumber: string, fromCase: string, text: string) => ({
      kind: 'deliver',
      processType: 'serviceCase',
      processId: 'AS-2026-000099',
      command: { type: 'recordJoinedRequest', data: { requestNumber, fromCase, text } },
    });
    expect(effectsOf(CASE_AT.answered().does(commands.recordJoinedRequest()), commands.join())).toEqual([
      delivered('RQ-2026-000001', 'AS-2026-000001', 'It hums, and does not start.'),
      delivered('RQ-2026-000007', 'AS-2026-000007', 'It still hums.'),
    ]);
  });
});
