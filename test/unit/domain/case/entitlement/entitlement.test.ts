import { describe, expect, it } from '@jest/globals';
import { rejudge } from '../../../../../domain/case/entitlement/entitlement';
import { sharesInForce } from '../../../../../domain/case/entitlement/shares';
import { isRegistered, type CaseState } from '../../../../../domain/case/state';
import { tasks } from '../../../../../domain/case/tasks';
import { aDirector } from '../../support/actors';
import { aCase } from '../../support/case-builder';
import { clockFactsChanged } from '../../support/clock-events';
import * as commands from '../../support/commands';
import { given } from '../../support/given';

const { UNIT_WITH_TERMS: UNIT, ENTITLEMENT } = commands;
const onTheLastDay = { unit: UNIT, receivedOn: '2027-03-01' };
const registered = (state: CaseState) => {
  if (!isRegistered(state)) throw new Error('not registered');
  return state;
};

describe('The entitlement of a case (R6)', () => {
  it('is judged at registration by the day the customer asked, and kept with its reasons', () => {
    const { state } = aCase(onTheLastDay);
    expect(state.warranty).toBe('in-warranty');
    expect(state.entitlement?.judged).toMatchObject({
      state: 'in-warranty',
      labour: { percent: 100, reason: 'warranty', until: '2027-03-01' },
      travel: { percent: 0, reason: 'expired', until: '2026-03-01' },
      basis: { onDay: '2027-03-01', soldOn: '2025-01-10', installedOn: '2025-03-01' },
    });
    expect(state.unit?.entitlement).toEqual(ENTITLEMENT);
  });

  it('is judged by the day where the unit stands: its last evening in Germany is the next morning at the company', () => {
    const inGermany = {
      ...UNIT,
      entitlement: { ...ENTITLEMENT, askedOn: '2027-03-01', timeZone: 'Europe/Berlin' },
    };
    expect(aCase({ unit: inGermany, receivedOn: '2027-03-02' }).state).toMatchObject({
      warranty: 'in-warranty',
      entitlement: { judged: { basis: { onDay: '2027-03-01' } } },
    });
  });

  it('is over the day after', () => {
    expect(aCase({ unit: UNIT, receivedOn: '2027-03-02' }).state).toMatchObject({
      warranty: 'out-of-warranty',
      unit: { warranty: 'out-of-warranty' },
    });
  });

  it('is judged by the day of the receipt also where the unit is found later', () => {
    const found = { ...UNIT, entitlement: { ...ENTITLEMENT, readOn: '2027-03-09' } };
    const before = aCase({ receivedOn: '2027-03-01' }).answered();
    expect(before.state.entitlement).toBeUndefined();
    given(before)
      .when(commands.classify({ unit: found }))
      .thenState({
        warranty: 'in-warranty',
        unit: { warranty: 'in-warranty' },
        entitlement: { judged: { basis: { onDay: '2027-03-01' } } },
      });
    given(before)
      .when(commands.identifyCustomer({ unit: found }))
      .thenState({ warranty: 'in-warranty' });
  });

  it('stays as it was recorded for a unit from before there were terms', () => {
    const { state } = aCase({ unit: commands.UNIT }).answered().classified();
    expect(state.warranty).toBe('in-warranty');
    expect(state.entitlement).toBeUndefined();
    expect(rejudge(registered(state), { cause: 'misuse' })).toEqual([]);
  });

  it('is judged anew when the diagnosis changes the cause, and the promise with it', () => {
    const before = aCase({ unit: UNIT, receivedOn: '2026-11-02' }).answered().classified();
    const events = rejudge(registered(before.state), { cause: 'misuse' });
    expect(events).toMatchObject([
      {
        type: 'EntitlementJudged',
        data: {
          entitlement: { state: 'out-of-warranty', labour: { reason: 'excluded-cause', source: 'misuse' } },
        },
      },
      clockFactsChanged('resolution', { warranty: 'out-of-warranty' }),
    ]);
    expect(rejudge(registered(before.state), {})).toEqual([]);
  });
});

describe('A supervisor who overrules it', () => {
  const out = aCase({ unit: UNIT, receivedOn: '2028-01-01' }).answered().classified();

  it('is on record with the reason, and what was overruled stays to be seen', () => {
    given(out)
      .when(commands.overruleEntitlement(), { by: aDirector() })
      .thenState({
        warranty: 'in-warranty',
        entitlement: {
          judged: { state: 'out-of-warranty' },
          overruling: {
            labour: 50,
            parts: 0,
            travel: 0,
            reason: 'a good customer',
            by: { id: 'id' in aDirector() ? aDirector().id : '' },
            overruled: { state: 'out-of-warranty', labour: { reason: 'expired' } },
          },
        },
      });
  });

  it('moves the promise that depends on the warranty', () => {
    given(out)
      .when(commands.overruleEntitlement())
      .thenAmongOthers(
        clockFactsChanged(
          'resolution',
          {
            requestType: 'repair',
            priority: 'normal',
            serviceLevel: 'A',
            warranty: 'in-warranty',
          },
          out.now,
        ),
      );
  });

  it('is refused what holds already', () => {
    given(out)
      .when(commands.overruleEntitlement({ verdict: { labour: 0, parts: 0, travel: 0 } }))
      .thenRefused('CASE.SAME_ENTITLEMENT');
    const once = out.does(commands.overruleEntitlement());
    given(once).when(commands.overruleEntitlement()).thenRefused('CASE.SAME_ENTITLEMENT');
    given(once)
      .when(commands.overruleEntitlement({ verdict: { labour: 0, parts: 0, travel: 0 } }))
      .thenState({ warranty: 'out-of-warranty' });
  });

  it('has the last word over what the rules say later of the same unit, and none over another', () => {
    const overruled = out.does(commands.overruleEntitlement());
    given(overruled)
      .when(commands.classify({ unit: UNIT }))
      .thenState({ warranty: 'in-warranty' });
    const { state } = overruled.does(commands.identifyCustomer({ unit: { ...UNIT, id: 'unit-2' } }));
    expect(state.warranty).toBe('out-of-warranty');
    expect(sharesInForce(state.entitlement ?? {})).toEqual({ labour: 0, parts: 0, travel: 0 });
  });

  it('may also decide for a unit that nobody knows the terms of', () => {
    given(aCase().answered())
      .when(commands.overruleEntitlement())
      .thenState({ warranty: 'in-warranty', entitlement: { overruling: { labour: 50 } } });
  });
});

describe('A fault from before the warranty (R6)', () => {
  const early = { unit: UNIT, receivedOn: '2025-02-28' };
  const onSite = aCase(early).answered().classified().dispatched().onSite();

  it('is neither free nor charged until a supervisor has decided', () => {
    expect(onSite.state.warranty).toBe('unknown');
    expect(sharesInForce(onSite.state.entitlement ?? {})).toBeUndefined();
    expect(tasks(onSite.state)).toContainEqual(
      expect.objectContaining({ kind: 'decide-entitlement', role: 'centre-director', clock: 'resolution' }),
    );
    given(onSite.diagnosed()).when(commands.repair()).thenRefused('CASE.ENTITLEMENT_UNDECIDED');
    given(onSite.diagnosed()).when(commands.prepareQuote()).thenRefused('CASE.ENTITLEMENT_UNDECIDED');
  });

  it.each([
    [{ labour: 100, parts: 100, travel: 100 }, undefined],
    [{ labour: 0, parts: 0, travel: 0 }, 'CASE.QUOTE_NEEDED'],
  ] as const)('goes on as %j once that was decided', (verdict, refusal) => {
    const decided = onSite.diagnosed().does(commands.overruleEntitlement({ verdict }), { by: aDirector() });
    expect(tasks(decided.state)).not.toContainEqual(expect.objectContaining({ kind: 'decide-entitlement' }));
    const after = given(decided).when(commands.repair());
    if (refusal === undefined) after.thenState({ stage: 'repaired' });
    else after.thenRefused(refusal);
  });

  it('keeps the supervisor out of what is no repair', () => {
    const installation = aCase(early).answered().classified({ requestType: 'installation', unit: UNIT });
    expect(tasks(installation.state)).not.toContainEqual(
      expect.objectContaining({ kind: 'decide-entitlement' }),
    );
  });
});

describe('An accepted installation (R8)', () => {
  const repaired = (unit?: typeof UNIT) =>
    aCase()
      .answered()
      .classified({ requestType: 'installation', ...(unit && { unit }) })
      .dispatched()
      .onSite()
      .diagnosed()
      .repaired();

  it('tells the register of units the day that the customer accepted it on', () => {
    const { events, state } = repaired(UNIT).reported({ acceptedOn: '2026-11-03' });
    expect(events).toContainEqual(
      expect.objectContaining({
        type: 'InstallationAccepted',
        data: { unitId: UNIT.id, serial: UNIT.serial, on: '2026-11-03', signedBy: commands.REPORT.signedBy },
      }),
    );
    expect(state.followUps).toEqual([]);
    expect(state.report).not.toHaveProperty('acceptedOn');
  });

  it('of a unit that the case does not name is followed up by the desk', () => {
    const { state } = repaired().reported({ acceptedOn: '2026-11-03' });
    expect(state.followUps).toMatchObject([
      { kind: 'unit-unregistered', reasonNames: { zh: expect.stringContaining('2026-11-03') } },
    ]);
  });

  it('is corrected with its reason, beside the paper', () => {
    const world = repaired(UNIT).reported({ acceptedOn: '2026-11-03' });
    const { events, state } = world.does({
      type: 'amendReport',
      data: { changes: {}, reason: '验收单', acceptedOn: '2026-11-02' },
    });
    expect(events.slice(world.events.length)).toMatchObject([
      { type: 'InstallationAccepted', data: { on: '2026-11-02', reason: '验收单' } },
    ]);
    expect(state.reportVersions).toHaveLength(1);
  });
});
