import { describe, expect, it } from '@jest/globals';
import { slotsOf } from '../../../../../../domain/case/dispatch/appointments';
import { stageForCustomer } from '../../../../../../domain/case/customer-view';
import { serviceCase } from '../../../../../../domain/case/decider';
import { isRegistered } from '../../../../../../domain/case/state';
import { tasks } from '../../../../../../domain/case/tasks';
import { tripsOf } from '../../../../../../domain/case/visit/trips';
import { testOf } from '../../../../../../domain/case/flows/repair/verification';
import { isFirstTimeFix } from '../../../../../../domain/case/flows/repair/diagnosis';
import { aDirector } from '../../../support/actors';
import { aCase, reservationKey, settleCall, type CaseBuilder } from '../../../support/case-builder';
import * as commands from '../../../support/commands';
import { given } from '../../../support/given';

const PART = { partNumber: 'CAP-1', quantity: 1 };
const onSite = () => aCase().answered().classified().dispatched().onSite().diagnosed();
const untested = () => onSite().untested();

/** The reservations that were issued, in order, each time. */
const issued = ({ events }: CaseBuilder): readonly unknown[] => {
  let state = serviceCase.initial;
  return events.flatMap((event) => {
    state = serviceCase.evolve(state, event);
    return serviceCase
      .react(state, event)
      .flatMap((effect) =>
        effect.kind === 'call' && effect.call === 'issueParts' ? [effect.input.reservationId] : [],
      );
  });
};

describe('A repair that is yet to be tested (R17)', () => {
  it('keeps the engineer there, whose next task is the test', () => {
    const { state } = untested();
    expect(slotsOf(state)).toMatchObject([{ engineerId: 'engineer-li' }]);
    expect(tasks(state)).toMatchObject([{ kind: 'verify', staffId: 'engineer-li' }]);
    expect(tripsOf(state)).toMatchObject([{ number: 1, outcome: 'under-way' }]);
    expect(isFirstTimeFix(state)).toBeUndefined();
    if (!isRegistered(state)) throw new Error('not registered');
    expect(stageForCustomer(state)).toEqual({ en: 'repaired, being tested', zh: '已修复，正在验证' });
  });

  it('is not reported before that', () => {
    given(untested()).when(commands.report()).thenRefused('CASE.NOT_VERIFIED');
  });

  it('frees the engineer’s time when the case is cancelled, and stays on the dispatch record', () => {
    const { state } = untested().cancelled();
    expect(slotsOf(state)).toEqual([]);
    expect(tripsOf(state)).toMatchObject([{ number: 1, outcome: 'cancelled' }]);
  });
});

describe('A test that the repair passes', () => {
  it('ends the visit and leads on to the report; how it was tested, and who watched, is on record', () => {
    const before = untested();
    given(before).when(commands.verify()).then({ type: 'RepairVerified', data: commands.TEST });
    const { state } = before.verified();
    expect(state.stage).toBe('repaired');
    expect(slotsOf(state)).toEqual([]);
    expect(tasks(state)).toMatchObject([{ kind: 'report' }]);
    expect(tripsOf(state)).toMatchObject([{ outcome: 'repaired', endedAt: before.now }]);
    expect(testOf(state)).toEqual({ ...commands.TEST, at: before.now, by: 'engineer-li' });
    expect(isFirstTimeFix(state)).toBe(true);
    expect(before.verified().reported().state.stage).toBe('reported');
  });

  it('is made once', () => {
    given(untested().verified()).when(commands.verify()).thenRefused('CASE.VERIFIED_ALREADY');
    given(onSite().repaired()).when(commands.verify()).thenRefused('CASE.VERIFIED_ALREADY');
  });

  it('may be told with the repair, where it was made at once', () => {
    const { state } = onSite().repaired();
    expect(testOf(state)).toMatchObject({ method: 'ran an hour', by: 'Li' });
    expect(tasks(state)).toMatchObject([{ kind: 'report' }]);
  });

  it('cannot have a witness without a test', () => {
    given(onSite())
      .when({ type: 'repair', data: { fault: 'f', cause: 'c', work: 'w', witnessedBy: 'Chen' } })
      .thenRefused('COMMAND.INVALID', { field: 'data.verification' });
  });
});

describe('A test that the repair does not pass', () => {
  it('leads back to the diagnosis, and is counted', () => {
    const { state } = untested().failed();
    expect(state.stage).toBe('on-site');
    expect(tasks(state)).toMatchObject([{ kind: 'diagnose' }]);
    expect(state.failedRepairs).toMatchObject([
      { attempt: 1, visit: 1, repair: { work: 'replaced it' }, diagnosis: { fault: { code: 'no-torque' } } },
    ]);
    expect(untested().failed().diagnosed().untested().failed().state.failedRepairs).toMatchObject([
      { attempt: 1 },
      { attempt: 2 },
    ]);
  });

  it('says what was not right', () => {
    given(untested())
      .when(commands.verify({ outcome: 'failed' }))
      .thenRefused('COMMAND.INVALID', { field: 'data.note' });
  });

  it('tells the desk', () => {
    const failed = untested().failed();
    const event = failed.events.at(-1);
    if (!event) throw new Error('nothing happened');
    expect(serviceCase.react(failed.state, event)).toMatchObject([
      { kind: 'notify', template: 'verification-failed', to: { role: 'enquiry-clerk' } },
    ]);
  });

  it('is followed by a diagnosis before the next repair', () => {
    given(untested().failed()).when(commands.repair()).thenRefused('CASE.DIAGNOSE_AGAIN');
    given(untested().failed().diagnosed()).when(commands.repair()).thenState({ stage: 'repaired' });
  });

  it('asks for none in the service after, where the one before it passed in the end', () => {
    const again = () =>
      untested()
        .failed()
        .diagnosed()
        .repaired()
        .reported()
        .does(commands.reopen(), { by: aDirector() })
        .dispatched()
        .onSite();
    given(again()).when(commands.repair()).thenState({ stage: 'repaired' });
    given(again().untested().failed()).when(commands.repair()).thenRefused('CASE.DIAGNOSE_AGAIN');
  });

  it('may be followed by another visit; then it is no first-time fix (R14)', () => {
    const second = untested()
      .failed()
      .leftUnfinished()
      .dispatched()
      .onSite()
      .diagnosed()
      .untested()
      .verified();
    expect(tripsOf(second.state)).toMatchObject([{ outcome: 'unfinished' }, { outcome: 'repaired' }]);
    expect(isFirstTimeFix(second.state)).toBe(false);
  });

  it('mended on the same visit is a first-time fix all the same', () => {
    expect(isFirstTimeFix(untested().failed().diagnosed().untested().verified().state)).toBe(true);
  });
});

describe('The parts of a repair that did not do', () => {
  const withParts = () =>
    aCase()
      .answered()
      .classified()
      .dispatched({ parts: [PART] })
      .onSite()
      .diagnosed();

  it('are not issued a second time with the next repair', () => {
    const first = reservationKey(withParts());
    const repaired = withParts().settled({ key: first }).untested();
    expect(issued(repaired)).toEqual([first]);
    const again = repaired.failed().diagnosed({ parts: [PART] });
    const second = reservationKey(again);
    expect(issued(again.settled({ key: second }).untested().verified())).toEqual([first, second]);
  });

  it('are issued once, although the parts system answers between the repair and its test', () => {
    const key = reservationKey(withParts());
    const late = withParts().untested().settled({ key });
    expect(issued(late)).toEqual([key]);
    expect(issued(late.failed().diagnosed().untested().verified())).toEqual([key]);
    // Or once the test has failed already: they are in the machine all the same.
    expect(issued(withParts().untested().failed().settled({ key }))).toEqual([key]);
  });

  it('are issued with the next repair where the parts system answers after the test', () => {
    const late = withParts()
      .untested()
      .failed()
      .does(settleCall({ key: 'late' }));
    expect(issued(late)).toEqual([]);
    expect(issued(late.diagnosed().untested().verified())).toEqual(['late']);
  });
});
