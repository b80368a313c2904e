import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { tasks } from '../../../../../domain/case/tasks';
import { nextRecipient, type OfferRecipient } from '../../../../../domain/dispatch/offer-ladder';
import { HQ } from '../../../../../domain/identity/scope';
import { aClerk, anEngineer, anHqManager, CENTRE } from '../../support/actors';
import { aCase, elapse, type CaseBuilder } from '../../support/case-builder';
import { clockStarted } from '../../support/clock-events';
import * as commands from '../../support/commands';
import { given, refusalOf } from '../../support/given';

const [outlet, centre, hq] = commands.LADDER;
const FACTS = { requestType: 'repair', priority: 'normal', warranty: 'unknown', serviceLevel: 'A' };
const classified = () => aCase().answered().classified();
const offered = () => classified().offered();
const silence = (it: CaseBuilder): CaseBuilder =>
  it.does(elapse('offer', { kind: 'breach' }, it.now)).does(elapse('offer', { kind: 'expire' }, it.now));
const CONSENT = { by: 'customer', how: 'phone', at: commands.RECEIVED_AT } as const;
const BEFORE_THEY_ASKED = '2026-11-02T01:59:00.000Z';
const LATER = { from: '2026-11-06T01:00:00.000Z', to: '2026-11-06T04:00:00.000Z' };
const COLLEAGUE = { id: 'engineer-x', name: 'X', regionId: CENTRE, serviceLevel: 'B' } as const;

describe('A job that is offered (R11)', () => {
  it('waits for the outlet’s word by a clock, and is its people’s task', () => {
    const before = classified();
    given(before)
      .when(commands.offer())
      .then(
        {
          type: 'OfferMade',
          data: {
            ladder: commands.LADDER,
            regionId: CENTRE,
            appointment: commands.APPOINTMENT,
            parts: [],
            to: outlet,
          },
        },
        clockStarted('offer', before.now, FACTS),
      );
    expect(tasks(offered().state)).toMatchObject([
      {
        kind: 'answer-offer',
        role: 'repair-engineer',
        organisationId: outlet.organisationId,
        clock: 'offer',
        params: { tier: 'outlet' },
      },
    ]);
  });

  it('is taken with an engineer: dispatched with the parts and the arrival promised (R4, R13)', () => {
    const parts = [{ partNumber: 'CAP-1', quantity: 1 }];
    const after = classified().offered({ parts }).does(commands.acceptOffer());
    expect(after.state).toMatchObject({
      stage: 'dispatched',
      dispatch: { engineer: { id: 'engineer-li' }, appointment: commands.APPOINTMENT, parts },
    });
    expect(after.state).not.toHaveProperty('offer');
    expect(after.state.clocks.offer?.metAt).toBe(after.state.stageSince);
    expect(after.state.clocks.arrival?.fixedDueAt).toBe(commands.APPOINTMENT.to);
  });

  it('is taken for another time with the customer’s consent alone (R4)', () => {
    given(offered())
      .when(commands.acceptOffer({ appointment: LATER }))
      .thenRefused('OFFER.OUTSIDE_WANTED', { field: 'data.appointment' });
    given(offered())
      .when(commands.acceptOffer({ appointment: LATER, consent: CONSENT }))
      .thenState({ stage: 'dispatched' });
    given(offered())
      .when(commands.acceptOffer({ appointment: LATER, consent: { ...CONSENT, how: 'link' } }))
      .thenRefused('COMMAND.INVALID', { field: 'data.consent.how' });
    given(offered())
      .when(commands.acceptOffer({ appointment: LATER, consent: { ...CONSENT, at: BEFORE_THEY_ASKED } }))
      .thenRefused('COMMAND.INVALID', { field: 'data.consent.at' });
  });

  it.each([
    ['while it is offered', offered],
    ['once it was withdrawn', () => offered().does(commands.withdrawOffer())],
    [
      'once it was something else for a while',
      () =>
        offered()
          .does(commands.classify({ requestType: 'consultation' }))
          .classified(),
    ],
  ])(
    'keeps the time that the customer wants, %s: nobody is sent at another without their word (R4)',
    (_when, build) => {
      given(build())
        .when(commands.dispatch({ appointment: LATER }))
        .thenRefused('OFFER.OUTSIDE_WANTED', { field: 'data.appointment' });
      given(build())
        .when(commands.dispatch({ appointment: LATER, consent: CONSENT }))
        .thenState({ stage: 'dispatched', dispatch: { appointment: LATER, consent: CONSENT } });
      given(build())
        .when(commands.dispatch({ appointment: { ...commands.APPOINTMENT, to: '2026-11-04T03:00:00.000Z' } }))
        .thenState({ stage: 'dispatched' });
    },
  );

  it('is offered for another time with the customer’s word alone, which then is the time they want (R4)', () => {
    const withdrawn = () => offered().does(commands.withdrawOffer());
    given(withdrawn())
      .when(commands.offer({ appointment: LATER }))
      .thenRefused('OFFER.OUTSIDE_WANTED', { field: 'data.appointment' });
    const moved = withdrawn().does(commands.offer({ appointment: LATER, consent: CONSENT }));
    given(moved)
      .when(commands.acceptOffer())
      .thenRefused('OFFER.OUTSIDE_WANTED', { field: 'data.appointment' });
    expect(moved.does(commands.acceptOffer({ appointment: LATER })).state).not.toHaveProperty('wanted');
    // A part of it is no other time: the whole of it stays wanted.
    const narrower = { ...commands.APPOINTMENT, to: '2026-11-04T02:00:00.000Z' };
    expect(withdrawn().does(commands.offer({ appointment: narrower })).state.wanted).toEqual(
      commands.APPOINTMENT,
    );
  });

  it('that nobody took is forgotten with the dispatch, and asks nothing of the next trip', () => {
    const left = offered().does(commands.declineOffer()).dispatched().onSite().leftUnfinished();
    expect(left.state).not.toHaveProperty('passedOffers');
    given(left)
      .when(commands.dispatch({ appointment: LATER }))
      .thenState({ stage: 'dispatched' });
  });

  it('is answered by those who have it, and with an engineer of theirs', () => {
    given(offered()).when(commands.acceptOffer(), { by: aClerk() }).thenRefused('OFFER.NOT_YOURS');
    given(offered())
      .when(commands.acceptOffer({ engineer: { ...COLLEAGUE, outletId: 'outlet-wuxi' } }))
      .thenRefused('COMMAND.INVALID', { field: 'data.engineerId' });
    given(offered().does(commands.declineOffer()))
      .when(commands.acceptOffer({ engineer: { ...COLLEAGUE, outletId: 'outlet-wuxi' } }), { by: aClerk() })
      .thenState({ stage: 'dispatched' });
  });

  it('that is declined goes on to the regional centre, that is met with silence to headquarters', () => {
    const declined = offered().does(commands.declineOffer('all on holiday'));
    expect(declined.state).toMatchObject({
      offer: { to: centre },
      passedOffers: [{ by: outlet, how: 'declined', reason: 'all on holiday' }],
    });
    const atHq = silence(declined);
    expect(atHq.state).toMatchObject({
      offer: { to: hq },
      passedOffers: [{ how: 'declined' }, { by: centre, how: 'lapsed' }],
    });
    expect(tasks(atHq.state)).toMatchObject([
      { kind: 'answer-offer', role: 'hq-service-manager', organisationId: HQ },
    ]);
  });

  it('stays with headquarters, which can neither decline it nor let it lapse', () => {
    const atHq = silence(silence(offered()));
    given(atHq).when(commands.declineOffer(), { by: anHqManager() }).thenRefused('OFFER.LAST_TIER');
    expect(silence(atHq).state.offer?.to).toEqual(hq);
    given(atHq).when(commands.acceptOffer(), { by: anHqManager() }).thenState({ stage: 'dispatched' });
  });

  it('is one at a time, and not made twice to those who did not take it for that time', () => {
    given(offered()).when(commands.offer()).thenRefused('OFFER.OPEN_ALREADY');
    const back = offered().does(commands.declineOffer()).does(commands.withdrawOffer());
    given(back).when(commands.offer()).thenRefused('OFFER.TRIED_ALREADY', { field: 'data.outletId' });
    given(back)
      .when(commands.offer({ appointment: LATER, consent: CONSENT }))
      .thenState({ offer: { to: outlet } });
  });

  it.each([
    ['a direct dispatch', commands.dispatch(), 'dispatched'],
    ['the end of the case', commands.cancel(), 'cancelled'],
    ['help without a visit', commands.resolveRemotely(), 'resolved'],
    ['another case', commands.join(), 'joined'],
    ['what needs no visit', commands.classify({ requestType: 'consultation' }), 'reclassified'],
    ['the dispatcher', commands.withdrawOffer(), 'withdrawn'],
  ])('is taken back for %s, and its clock dropped', (_why, command, end) => {
    const after = offered().does(command);
    expect(after.events).toContainEqual(
      expect.objectContaining({
        type: 'OfferWithdrawn',
        data: expect.objectContaining({ end, from: outlet }),
      }),
    );
    expect(after.state).not.toHaveProperty('offer');
    expect(after.state.clocks.offer).toHaveProperty('stoppedAt');
  });

  it('waits with the case while it is paused, also where it lapsed meanwhile', () => {
    const paused = offered().paused();
    given(paused).when(commands.acceptOffer()).thenRefused('CASE.PAUSED');
    const { clocks, offer } = silence(paused).state;
    expect(offer?.to).toEqual(centre);
    expect(clocks.offer?.pauses).toMatchObject([{ from: expect.any(String) }]);
  });
});

describe('The ladder of an offer', () => {
  const ladders = fc
    .uniqueArray(
      fc.stringMatching(/^[a-z]{1,3}$/).filter((id) => id !== HQ),
      { minLength: 1, maxLength: 4 },
    )
    .map((ids) => [...ids.map((organisationId) => ({ ...outlet, organisationId })), hq]);

  it('offers to nobody twice but the last, and always ends', () => {
    fc.assert(
      fc.property(ladders, fc.array(fc.stringMatching(/^[a-z]{1,3}$/)), (ladder, before) => {
        const had: string[] = [];
        for (
          let at: OfferRecipient | undefined = ladder[0];
          at;
          at = nextRecipient(ladder, at, [...before, ...had])
        ) {
          expect(had).not.toContain(at.organisationId);
          had.push(at.organisationId);
        }
        expect(had.at(-1)).toBe(HQ);
        expect(had.slice(1, -1).filter((id) => before.includes(id))).toEqual([]);
      }),
    );
  });

  it('gives each tier the job once, whoever declines and whoever is silent', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 8 }), (silences) => {
        let it = offered();
        const had = [it.state.offer?.to.tier];
        for (const isSilent of silences) {
          const by = { ...anEngineer(), organisationId: it.state.offer?.to.organisationId ?? '' };
          if (isSilent) it = silence(it);
          else if (!refusalOf(() => it.does(commands.declineOffer(), { by })))
            it = it.does(commands.declineOffer(), { by });
          if (it.state.offer?.to.tier !== had.at(-1)) had.push(it.state.offer?.to.tier);
        }
        expect(had).toEqual(['outlet', 'centre', 'hq'].slice(0, had.length));
        expect(had).toHaveLength(Math.min(3, silences.length + 1));
      }),
    );
  });
});
