import { describe, expect, it } from '@jest/globals';
import { serviceCase } from '../../../../../../domain/case/decider';
import { isFirstTimeFix } from '../../../../../../domain/case/flows/repair/diagnosis';
import { aDirector, anEngineer, anotherEngineer, CENTRE, ENGINEER_ID } from '../../../support/actors';
import { aCase, settleCall, type CaseBuilder } from '../../../support/case-builder';
import * as commands from '../../../support/commands';
import { given } from '../../../support/given';
import { CASE_AT } from '../../../support/stages';

const DAY_MS = 86_400_000;
const onSite = () => CASE_AT['on-site']();
const later = {
  from: '2026-11-09T01:00:00.000Z',
  to: '2026-11-09T04:00:00.000Z',
};

/** Effects of the latest event. */
function effectsOf({ state, events }: CaseBuilder) {
  const last = events.at(-1);
  if (!last) throw new Error('Nothing has happened');
  return serviceCase.react(state, last);
}
const calls = (it: CaseBuilder) => effectsOf(it).filter(({ kind }) => kind === 'call');

describe('Setting out (R13, R36)', () => {
  it('is told to the customer', () => {
    const departed = CASE_AT.dispatched().does(commands.depart());
    expect(departed.state).toMatchObject({ stage: 'dispatched', visit: { departedAt: expect.any(String) } });
    expect(effectsOf(departed)).toMatchObject([
      { kind: 'notify', template: 'engineer-on-the-way', params: { engineer: 'Li' } },
    ]);
  });

  it('happens once, and is told by whoever was sent', () => {
    given(CASE_AT.dispatched().does(commands.depart()))
      .when(commands.depart())
      .thenRefused('CASE.ALREADY_DEPARTED');
    given(CASE_AT.dispatched())
      .when(commands.depart(), { by: anotherEngineer() })
      .thenRefused('CASE.NOT_ASSIGNED_TO_YOU');
  });
});

describe('The diagnosis (R17)', () => {
  it('names fault, cause and plan by their codes', () => {
    given(onSite()).when(commands.diagnose()).then({ type: 'FaultDiagnosed', data: commands.DIAGNOSIS });
    given(onSite())
      .when(commands.diagnose(), { by: anotherEngineer() })
      .thenRefused('CASE.NOT_ASSIGNED_TO_YOU');
  });

  it('may be made anew; the latest holds', () => {
    const second = onSite().diagnosed().diagnosed({ finding: 'It is the bearing.' });
    expect(second.state.diagnosis).toMatchObject({ finding: 'It is the bearing.' });
  });

  it('reserves the parts that its plan needs, from the depots nearest to the engineer (R19)', () => {
    const parts = [{ partNumber: 'SEAL-2', quantity: 1 }];
    expect(calls(onSite().diagnosed({ parts }))).toMatchObject([
      {
        call: 'reserveParts',
        input: { lines: parts, preferredDepots: ['outlet-suzhou', CENTRE, 'hq'] },
        undo: { call: 'releaseParts' },
      },
    ]);
    expect(calls(onSite().diagnosed())).toEqual([]);
  });

  it('and the repair uses what was reserved on either occasion', () => {
    const repaired = onSite()
      .does(settleCall({ key: 'AS-2026-000001:9:1' }))
      .diagnosed()
      .does(settleCall({ key: 'AS-2026-000001:12:0' }))
      .repaired();
    expect(calls(repaired)).toMatchObject([
      { call: 'issueParts', input: { reservationId: 'AS-2026-000001:9:1' } },
      { call: 'issueParts', input: { reservationId: 'AS-2026-000001:12:0' } },
    ]);
  });
});

describe('A visit that ends without a repair', () => {
  it('leaves the case to be dispatched again; who went, when and why it did not do stays on record (R13)', () => {
    const before = CASE_AT.dispatched().does(commands.depart()).onSite();
    const { state } = before.leftUnfinished();
    expect(state).toMatchObject({
      stage: 'classified',
      visits: [
        {
          number: 1,
          engineer: { id: ENGINEER_ID },
          appointment: commands.APPOINTMENT,
          departedAt: expect.any(String),
          arrivedAt: expect.any(String),
          endedAt: before.now,
          outcome: 'unfinished',
          reason: 'parts-needed',
        },
      ],
    });
  });

  it('costs what it cost, whatever comes of it (R10)', () => {
    expect(calls(onSite().leftUnfinished())).toMatchObject([
      {
        call: 'accrueCost',
        input: { labourCostCents: 8_000, travelCostCents: 3_000, partsCostCents: 0, currency: 'CNY' },
        undo: { call: 'reverseCost' },
      },
    ]);
  });

  it('is followed by another, with a promise of its own (R4)', () => {
    const second = onSite().leftUnfinished().dispatched({ appointment: later });
    expect(second.state).toMatchObject({
      stage: 'dispatched',
      clocks: { arrival: { fixedDueAt: later.to } },
    });
    expect(second.state.clocks.arrival).not.toHaveProperty('metAt');
    expect(second.onSite().repaired().state.visits).toMatchObject([
      { number: 1, outcome: 'unfinished' },
      { number: 2, appointment: later, outcome: 'repaired' },
    ]);
  });
});

describe('A repeat repair (R14)', () => {
  const repairedBefore = (days: number) => {
    const before = onSite();
    const repairedAt = new Date(Date.parse(before.now) - days * DAY_MS).toISOString();
    const earlier = [{ caseNumber: 'AS-2026-000090', repairedAt }];
    return { before, command: commands.diagnose({ history: { earlier, repeatWithinDays: 90 } }), repairedAt };
  };

  it.each([0, 1, 90])(
    'is found %d days after the same fault was repaired, and given to the director',
    (days) => {
      const { before, command, repairedAt } = repairedBefore(days);
      given(before)
        .when(command)
        .then(
          { type: 'FaultDiagnosed', data: commands.DIAGNOSIS },
          { type: 'RepeatRepairFound', data: { caseNumber: 'AS-2026-000090', repairedAt, days } },
          {
            type: 'FollowUpOpened',
            data: {
              key: 'repeat-repair',
              kind: 'repeat-repair',
              reason: 'AS-2026-000090',
              reasonNames: {
                en: `The same fault was repaired ${days} days earlier in case AS-2026-000090.`,
                zh: `${days} 天前同一故障已维修（AS-2026-000090）。`,
              },
            },
          },
        );
      expect(serviceCase.tasks(before.does(command).state)).toContainEqual(
        expect.objectContaining({ kind: 'repeat-repair', role: 'centre-director', organisationId: CENTRE }),
      );
    },
  );

  it('is not one after the days that the policy allows', () => {
    const { before, command } = repairedBefore(91);
    given(before).when(command).then({ type: 'FaultDiagnosed', data: commands.DIAGNOSIS });
  });

  it('is found once, however often the fault is diagnosed', () => {
    const once = onSite().does(commands.diagnoseRepeat());
    given(once).when(commands.diagnoseRepeat()).then({ type: 'FaultDiagnosed', data: commands.DIAGNOSIS });
  });

  it('is attributed by a supervisor, which is all that completes it', () => {
    const found = onSite().does(commands.diagnoseRepeat());
    given(found)
      .when(commands.completeFollowUp({ key: 'repeat-repair' }))
      .thenRefused('CASE.REPEAT_NOT_ATTRIBUTED', { field: 'data.key' });
    given(found).when(commands.attributeRepeat(), { by: anEngineer() }).thenRefused('CASE.NOT_PERMITTED');
    const attributed = found.does(commands.attributeRepeat(), { by: aDirector() });
    expect(attributed.state).toMatchObject({ followUps: [], repeatRepair: { attribution: 'misdiagnosis' } });
  });

  it('keeps a closed case open for its attribution', () => {
    const closed = onSite()
      .does(commands.diagnoseRepeat())
      .repaired()
      .reported()
      .surveyed()
      .revisited()
      .closed();
    expect(serviceCase.isEnded(closed.state)).toBe(false);
    expect(serviceCase.isEnded(closed.does(commands.attributeRepeat()).state)).toBe(true);
  });
});

describe('First-time fix (R14)', () => {
  it.each(['customer-absent', 'site-not-ready'] as const)(
    'does not count a trip that failed by %s against the engineer',
    (reason) => {
      const away = onSite().does(commands.leaveUnfinished({ reason }));
      const { state } = away.dispatched({ appointment: later }).onSite().repaired();
      expect(isFirstTimeFix(state)).toBe(true);
    },
  );

  it.each([
    ['not known before the repair', onSite().diagnosed(), undefined],
    [
      'not known of a case that is resolved remotely',
      aCase().answered().classified().resolvedRemotely(),
      undefined,
    ],
    ['true on the first visit', onSite().diagnosed().repaired(), true],
    [
      'false on the second',
      onSite().leftUnfinished().dispatched({ appointment: later }).onSite().repaired(),
      false,
    ],
    ['false for a repeat repair', onSite().does(commands.diagnoseRepeat()).repaired(), false],
    [
      'true again where the repeat turns out to be another matter',
      onSite()
        .does(commands.diagnoseRepeat())
        .repaired()
        .does(commands.attributeRepeat({ attribution: 'unrelated' })),
      true,
    ],
  ])('is %s', (_circumstance, { state }, expected) => {
    expect(isFirstTimeFix(state)).toBe(expected);
  });
});
