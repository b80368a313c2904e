import { describe, expect, it } from '@jest/globals';
import type { Consent } from '../../../../../domain/case/facts';
import { aCustomer } from '../../support/actors';
import { aCase, type AnyCommand, type CaseBuilder } from '../../support/case-builder';
import * as commands from '../../support/commands';
import { given } from '../../support/given';

const LATER = { from: '2026-11-05T01:00:00.000Z', to: '2026-11-05T04:00:00.000Z' };
const DUE = '2026-11-05T03:00:00.000Z';
const END_OF_DAY = '2026-11-05T16:00:00.000Z';
const resolution = { dueAt: DUE, endOfDay: END_OF_DAY };
const CONSENT: Consent = { by: 'customer', how: 'phone', at: commands.RECEIVED_AT };

const classified = () => aCase().answered().classified();
const dispatched = () => classified().dispatched();
const dueOf = (it: CaseBuilder) => it.state.clocks.resolution?.fixedDueAt;

const WAYS: readonly (readonly [string, () => CaseBuilder, (word: { consent?: Consent }) => AnyCommand])[] = [
  ['a dispatch', classified, (word) => commands.dispatch({ appointment: LATER, resolution, ...word })],
  [
    'a dispatch over an open offer',
    () => classified().does(commands.offer({ appointment: LATER })),
    (word) => commands.dispatch({ appointment: LATER, resolution, ...word }),
  ],
  ['an offer', classified, (word) => commands.offer({ appointment: LATER, resolution, ...word })],
  [
    'an accepted offer',
    () => classified().does(commands.offer({ appointment: LATER })),
    (word) => commands.acceptOffer({ appointment: LATER, resolution, ...word }),
  ],
];

describe('The promise of the resolution, when the appointment ends after it (R4)', () => {
  it.each(WAYS)('follows %s to the end of that day with the customer’s consent', (_way, before, command) => {
    expect(dueOf(before().does(command({ consent: CONSENT })))).toBe(END_OF_DAY);
  });

  it.each(WAYS)('stays where it is for %s without their consent', (_way, before, command) => {
    const [{ state }, { state: after }] = [before(), before().does(command({}))];
    expect(after.clocks.resolution?.fixedDueAt).toBeUndefined();
    expect(after.clocks.resolution?.startedAt).toBe(state.clocks.resolution?.startedAt);
  });

  it('follows a moved appointment in the same act, and the facts that were looked up leave no trace', () => {
    const { now } = dispatched();
    given(dispatched())
      .when(commands.moveAppointment({ appointment: LATER, consent: CONSENT, resolution }))
      .then(
        {
          type: 'AppointmentMoved',
          data: { appointment: LATER, consent: CONSENT, previous: commands.APPOINTMENT },
        },
        { type: 'ClockMoved', data: { clock: 'arrival', fixedDueAt: LATER.to, enteredAt: now } },
        {
          type: 'ClockMoved',
          data: { clock: 'resolution', fixedDueAt: END_OF_DAY, isPutOffByPauses: true, enteredAt: now },
        },
      );
  });

  it('follows the customer’s own move by their link, which is their consent', () => {
    const before = dispatched();
    const consent = { by: 'customer', how: 'link', at: before.now } as const;
    const move = commands.moveAppointment({ appointment: LATER, consent, resolution });
    expect(dueOf(before.does(move, { by: aCustomer() }))).toBe(END_OF_DAY);
  });

  it('follows a later move again, and none back: what was agreed stays agreed', () => {
    const once = dispatched().does(
      commands.moveAppointment({ appointment: LATER, consent: CONSENT, resolution }),
    );
    const muchLater = { from: '2026-11-09T01:00:00.000Z', to: '2026-11-09T04:00:00.000Z' };
    const further = { dueAt: END_OF_DAY, endOfDay: '2026-11-09T16:00:00.000Z' };
    const twice = once.does(
      commands.moveAppointment({ appointment: muchLater, consent: CONSENT, resolution: further }),
    );
    expect(dueOf(twice)).toBe(further.endOfDay);
    const back = twice.does(commands.moveAppointment({ appointment: LATER, consent: CONSENT, resolution }));
    expect(dueOf(back)).toBe(further.endOfDay);
  });

  it('stays for an appointment that ends before it', () => {
    const soon = { from: '2026-11-05T01:00:00.000Z', to: '2026-11-05T02:00:00.000Z' };
    const after = classified().does(commands.dispatch({ appointment: soon, consent: CONSENT, resolution }));
    expect(dueOf(after)).toBeUndefined();
  });

  it('stays broken where it is due already, or its breach is on record', () => {
    const overdue = { ...resolution, dueAt: commands.RECEIVED_AT };
    const move = (facts: typeof resolution) =>
      commands.moveAppointment({ appointment: LATER, consent: CONSENT, resolution: facts });
    expect(dueOf(dispatched().does(move(overdue)))).toBeUndefined();
    const breached = dispatched().elapsed('resolution').does(move(resolution));
    expect(dueOf(breached)).toBeUndefined();
    expect(breached.state.clocks.resolution?.fired).toContain('breach');
  });

  it('is not put off by what came before the facts were looked up: old commands keep their meaning', () => {
    expect(
      dueOf(dispatched().does(commands.moveAppointment({ appointment: LATER, consent: CONSENT }))),
    ).toBeUndefined();
  });
});
