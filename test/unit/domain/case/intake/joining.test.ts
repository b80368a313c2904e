import { describe, expect, it } from '@jest/globals';
import { serviceCase } from '../../../../../domain/case/decider';
import { ASK_TO_JOIN, staysOpen } from '../../../../../domain/case/intake/joining';
import { SYSTEM } from '../../../../../domain/identity/actor';
import { anHqManager } from '../../support/actors';
import { aCase, settleCall, type CaseBuilder } from '../../support/case-builder';
import { clockStopped } from '../../support/clock-events';
import * as commands from '../../support/commands';
import { allowedTo, given } from '../../support/given';
import { CASE_AT } from '../../support/stages';

const INTO = 'AS-2026-000099';
const OWN = 'AS-2026-000001';
const asking = () => aCase().answered().does(commands.askToJoin());

/** The answer to the question that the case asked last. */
const answerTo = ({ state }: CaseBuilder, outcome: Parameters<typeof settleCall>[0] = {}) =>
  settleCall({ key: `${OWN}:${state.joining?.seq ?? 0}:0`, call: ASK_TO_JOIN, ...outcome });
const refusedFor = (code: string, params: { readonly [key: string]: string } = {}) => ({
  outcome: { ok: false as const, code, reason: code, params },
});
const effectsAfter = (before: CaseBuilder, command: Parameters<CaseBuilder['does']>[0]) => {
  const after = before.does(command);
  return after.events
    .slice(before.events.length)
    .flatMap((event) => serviceCase.react(after.state, event))
    .filter(({ kind }) => kind !== 'undo');
};

describe('Joining one case to another (R14)', () => {
  it('asks the other case first, and goes on as it was until that has answered', () => {
    given(aCase().answered())
      .when(commands.askToJoin())
      .then({ type: 'JoinRequested', data: { into: INTO, asked: 1 } });
    expect(asking().state).toMatchObject({ stage: 'answered', joining: { into: INTO } });
    expect(asking().state.clocks).toEqual(aCase().answered().state.clocks);
  });

  it('asks with everything that had been joined to it', () => {
    const ask = effectsAfter(aCase().answered().does(commands.recordJoinedRequest()), commands.askToJoin());
    expect(ask).toMatchObject([
      {
        kind: 'call',
        call: ASK_TO_JOIN,
        input: {
          into: INTO,
          offer: {
            fromCase: OWN,
            customer: { id: commands.CUSTOMER.id },
            requests: [{ requestNumber: 'RQ-2026-000001' }, { requestNumber: 'RQ-2026-000007' }],
          },
        },
      },
    ]);
  });

  it('ends the case once the other has agreed, and sends nothing after it', () => {
    const before = asking();
    given(before)
      .when(answerTo(before), { by: SYSTEM })
      .then({ type: 'CallSettled', data: answerTo(before).data } as never, {
        type: 'CaseJoined',
        data: { into: INTO, agreed: true },
      });
    const after = before.does(answerTo(before));
    expect(after.state).toMatchObject({ stage: 'joined', joinedInto: INTO });
    expect(after.state).not.toHaveProperty('joining');
    expect(effectsAfter(before, answerTo(before)).filter(({ kind }) => kind === 'deliver')).toEqual([]);
  });

  it('tells whoever asked in which case their request is seen to, where the command was given since they are', () => {
    const before = aCase()
      .answered()
      .does(commands.askToJoin({ tellsSender: true }));
    const messagesOf = (joining: CaseBuilder) =>
      effectsAfter(joining, answerTo(joining)).filter(({ kind }) => kind === 'notify');
    expect(messagesOf(before)).toMatchObject([
      {
        template: 'taken-elsewhere',
        to: { customerId: commands.CUSTOMER.id },
        params: { caseNumber: OWN, into: INTO },
      },
    ]);
    expect(messagesOf(asking())).toEqual([]);
    // Also where the other case had been joined to a third by then: they hear of the last one alone.
    const onward = answerTo(before, refusedFor('CASE.JOINED_ELSEWHERE', { into: 'AS-2026-000123' }));
    expect(messagesOf(before.does(onward))).toMatchObject([{ params: { into: 'AS-2026-000123' } }]);
    expect(effectsAfter(before, answerTo(before, refusedFor('CASE.ENDED')))).toMatchObject([
      { template: 'join-refused' },
    ]);
  });

  it('stops the promises of the case only when it ends', () => {
    const before = aCase().answered().classified().does(commands.askToJoin());
    given(before)
      .when(answerTo(before))
      .thenAmongOthers(
        { type: 'CaseJoined', data: { into: INTO, agreed: true } },
        clockStopped('resolution', before.now),
      );
  });

  it('stays open where the other case refuses, and the desk is told why', () => {
    const before = asking();
    const answer = answerTo(before, refusedFor('CASE.ENDED', { stage: 'closed' }));
    const after = before.does(answer);
    expect(after.state).toMatchObject({ stage: 'answered', followUps: [] });
    expect(after.state).not.toHaveProperty('joining');
    expect(effectsAfter(before, answer)).toMatchObject([
      {
        kind: 'notify',
        template: 'join-refused',
        params: { into: INTO, reason: { en: expect.stringContaining('closed') } },
      },
    ]);
    given(after)
      .when(commands.askToJoin())
      .thenState({ joining: { into: INTO } });
  });

  it('follows the other case to where it has been joined itself', () => {
    const before = asking();
    const answer = answerTo(before, refusedFor('CASE.JOINED_ELSEWHERE', { into: 'AS-2026-000050' }));
    expect(before.does(answer).state.joining).toMatchObject({ into: 'AS-2026-000050', taken: 0, asked: 1 });
  });

  it('stays open where the other case has been joined to it', () => {
    const before = asking();
    const answer = answerTo(before, refusedFor('CASE.JOINED_ELSEWHERE', { into: OWN }));
    given(before)
      .when(answer)
      .thenAmongOthers({
        type: 'JoinRefused',
        data: { into: INTO, code: 'CASE.JOINS_CROSS', why: expect.anything() as never },
      });
  });

  it('asks on for what was joined to it meanwhile, before it ends', () => {
    const before = asking().does(commands.recordJoinedRequest());
    const after = before.does(answerTo(before));
    expect(after.state).toMatchObject({ stage: 'answered', joining: { into: INTO, taken: 1, asked: 2 } });
    expect(after.does(answerTo(after)).state.stage).toBe('joined');
  });

  it('takes no other command meanwhile, but notes and what is told by Aftercare itself', () => {
    given(asking())
      .when(commands.classify())
      .thenRefused('CASE.JOINING', { params: { into: INTO } });
    expect(allowedTo(asking(), anHqManager())).toEqual(expect.arrayContaining(['addNote', 'attach']));
    expect(allowedTo(asking(), anHqManager())).not.toContain('join');
  });

  it('pays no heed to the answer to an earlier question', () => {
    const before = asking();
    const late = settleCall({ key: `${OWN}:2:0`, call: ASK_TO_JOIN });
    expect(before.does(late).state).toMatchObject({ joining: { into: INTO } });
  });

  it('can be cancelled meanwhile, whatever the other case says then', () => {
    const cancelled = asking().does(commands.cancel());
    expect(cancelled.state).not.toHaveProperty('joining');
    for (const outcome of [{}, refusedFor('CASE.ENDED')])
      expect(cancelled.does(answerTo(asking(), outcome)).state).toMatchObject({
        stage: 'cancelled',
        followUps: [],
      });
  });

  it('is refused with a case of another customer, unless that is confirmed', () => {
    const other = { target: { customerId: 'customer-2' } };
    given(aCase().answered())
      .when(commands.askToJoin(other))
      .thenRefused('CASE.OTHER_CUSTOMER', { field: 'data.into' });
    given(aCase().answered())
      .when(commands.askToJoin({ ...other, otherCustomer: true }))
      .thenState({ joining: { otherCustomer: true } });
  });
});

describe('A case that another one is to be joined to (R14)', () => {
  it('takes its requests over and tells the desk and the engineer on the way', () => {
    const dispatched = CASE_AT.dispatched();
    const engineer = dispatched.state.dispatch?.engineer.id;
    given(dispatched)
      .when(commands.takeJoined())
      .thenState({ joinedRequests: [{ fromCase: 'AS-2026-000007' }] });
    expect(effectsAfter(dispatched, commands.takeJoined())).toMatchObject([
      { template: 'request-joined', to: { role: 'enquiry-clerk' } },
      { template: 'request-joined', to: { staffId: engineer } },
    ]);
  });

  it('tells no engineer whose work is done', () => {
    expect(effectsAfter(CASE_AT.reported(), commands.takeJoined())).toHaveLength(1);
  });

  it('takes each request once, however often it is asked', () => {
    const twice = aCase().does(commands.takeJoined()).does(commands.takeJoined());
    expect(twice.state.joinedRequests).toHaveLength(1);
  });

  it('refuses one of another customer, one while it is to be joined itself, and any once it has ended', () => {
    const stranger = { id: 'customer-2', name: 'Lin' };
    given(aCase())
      .when(commands.takeJoined({ customer: stranger }))
      .thenRefused('CASE.OTHER_CUSTOMER');
    given(aCase())
      .when(commands.takeJoined({ customer: stranger, otherCustomer: true }))
      .thenState({ joinedRequests: [expect.anything()] });
    given(asking()).when(commands.takeJoined()).thenRefused('CASE.JOINING');
    given(aCase().cancelled()).when(commands.takeJoined()).thenRefused('CASE.ENDED');
  });

  it('is asked by Aftercare alone', () => {
    given(aCase()).when(commands.takeJoined(), { by: anHqManager() }).thenRefused('CASE.NOT_PERMITTED');
  });
});

describe('Of cases that wait for one another in a circle', () => {
  it('the oldest stays open', () => {
    expect(staysOpen(['AS-2026-000002', 'AS-2026-000005', 'AS-2026-000003'])).toBe(true);
    expect(staysOpen(['AS-2026-000005', 'AS-2026-000002'])).toBe(false);
    expect(staysOpen(['AS-2026-999999', 'AS-2026-1000000'])).toBe(true);
  });
});

describe('What the customer was told of the joined request (R4)', () => {
  const BY = '2026-11-03T09:00:00.000Z';
  const LATER = '2026-11-20T09:00:00.000Z';
  const bound = ({ state }: CaseBuilder) => state.clocks.resolution?.bound?.dueAt;
  const taken = (resolutionBy: string) => commands.takeJoined({ resolutionBy });

  it('goes along with the question, also to where the other case has been joined itself', () => {
    const ask = () =>
      aCase()
        .answered()
        .classified()
        .does(commands.askToJoin({ resolutionBy: BY }));
    const onward = answerTo(ask(), refusedFor('CASE.JOINED_ELSEWHERE', { into: 'AS-2026-000050' }));
    expect(
      effectsAfter(aCase().answered().classified(), commands.askToJoin({ resolutionBy: BY })),
    ).toMatchObject([{ call: ASK_TO_JOIN, input: { offer: { resolutionBy: BY } } }]);
    expect(effectsAfter(ask(), onward)).toMatchObject([
      { call: ASK_TO_JOIN, input: { into: 'AS-2026-000050', offer: { resolutionBy: BY } } },
    ]);
  });

  it('holds for the case that takes it over, the earliest of all that were told', () => {
    const target = CASE_AT.classified();
    expect(bound(target.does(taken(BY)))).toBe(BY);
    expect(bound(target.does(taken(LATER)).does(taken(BY)))).toBe(BY);
    expect(bound(target.does(taken(BY)).does(taken(LATER)))).toBe(BY);
    expect(bound(target.does(commands.takeJoined()))).toBeUndefined();
  });

  it('waits for a case that has yet to be classified, and goes along when that is joined itself', () => {
    const target = CASE_AT.answered().does(taken(BY));
    expect(bound(target.classified({ priority: 'low' }))).toBe(BY);
    expect(target.does(commands.askToJoin()).state.joining).toMatchObject({ resolutionBy: BY });
  });

  it('was broken in the other case where it had passed by then, and is not broken twice', () => {
    const late = CASE_AT.answered().at(LATER).does(taken(BY));
    expect(late.state.resolutionBy).toBeUndefined();
  });
});
