import { describe, expect, it } from '@jest/globals';
import type { Consent } from '../../../../../domain/case/facts';
import { aCase, type AnyCommand, type CaseBuilder } from '../../support/case-builder';
import * as commands from '../../support/commands';
import { given } from '../../support/given';
import { rowsOf } from '../../support/clock-rows';
import { CASE_AT } from '../../support/stages';

const CONSENT: Consent = { by: 'customer', how: 'phone', at: commands.RECEIVED_AT };
type Word = { readonly consent?: Consent };
const HIGH = { priority: 'high', requestType: 'repair' } as const;

const dueAt = ({ state, now }: CaseBuilder): string =>
  rowsOf(state, now).find(({ name }) => name === 'resolution')?.dueAt ?? '';
const high = () => aCase().answered().does(commands.classify(HIGH));
const inWarranty = () =>
  aCase()
    .answered()
    .does(commands.classify({ ...HIGH, unit: { ...commands.UNIT, warranty: 'in-warranty' } }));
const LOWER_LEVEL = { id: 'engineer-2', name: 'Wu', outletId: 'another', regionId: 'east' } as const;

/** Every command that can postpone the promised resolution, and a case on which it does. */
const PUTTING_OFF: readonly (readonly [string, () => CaseBuilder, (word: Word) => AnyCommand])[] = [
  ['a lower priority', high, (word) => commands.changePriority({ priority: 'low', ...word })],
  [
    'another kind of request',
    high,
    (word) => commands.classify({ requestType: 'exchange', priority: 'high', ...word }),
  ],
  [
    'the same kind at a lower priority',
    high,
    (word) => commands.classify({ ...HIGH, priority: 'low', ...word }),
  ],
  [
    'a desk of a lower level',
    high,
    (word) =>
      commands.handOver({
        to: {
          id: 'clerk-lu',
          name: 'Lu',
          role: 'enquiry-clerk',
          organisationId: 'east',
          regionId: 'east',
          serviceLevel: 'B',
        },
        ...word,
      }),
  ],
  [
    'a customer of a centre of a lower level',
    high,
    (word) => commands.identifyCustomer({ regionId: 'east', serviceLevel: 'B', ...word }),
  ],
  [
    'an engineer of a lower level',
    () => high().does(commands.dispatch({ engineer: { ...LOWER_LEVEL, serviceLevel: 'A' } })),
    (word) =>
      commands.reassign({ engineer: { ...LOWER_LEVEL, id: 'engineer-3', serviceLevel: 'B' }, ...word }),
  ],
  [
    'a repair that is not covered after all',
    inWarranty,
    (word) => commands.overruleEntitlement({ verdict: { labour: 0, parts: 0, travel: 0 }, ...word }),
  ],
];

describe.each(PUTTING_OFF)('What the customer was told (R4), after %s', (_what, before, command) => {
  it('stays without their word, and is later with it', () => {
    const promised = dueAt(before());
    expect(dueAt(before().does(command({})))).toBe(promised);
    expect(dueAt(before().does(command({ consent: CONSENT }))) > promised).toBe(true);
  });

  it('is on record with their word, which the case carries no further', () => {
    const { events, state } = before().does(command({ consent: CONSENT }));
    expect(events.filter(({ data }) => 'consent' in data)).toHaveLength(1);
    expect(state).not.toHaveProperty('consent');
  });

  it('is not put off by a word that cannot have been given', () => {
    given(before())
      .when(command({ consent: { ...CONSENT, at: '2030-01-01T00:00:00.000Z' } }))
      .thenRefused('COMMAND.INVALID', { field: 'data.consent.at' });
    given(before())
      .when(command({ consent: { ...CONSENT, at: '2020-01-01T00:00:00.000Z' } }))
      .thenRefused('COMMAND.INVALID', { field: 'data.consent.at' });
    given(before())
      .when(command({ consent: { ...CONSENT, how: 'link' } }))
      .thenRefused('COMMAND.INVALID', { field: 'data.consent.how' });
  });
});

describe('The customer’s word', () => {
  it('mends nothing that is broken by then', () => {
    const overdue = high().at('2026-12-01T00:00:00.000Z');
    const { state, now } = overdue.does(
      commands.classify({ requestType: 'exchange', priority: 'low', consent: CONSENT }),
    );
    expect(rowsOf(state, now).find(({ name }) => name === 'resolution')).toMatchObject({
      isBroken: true,
      dueAt: dueAt(high()),
    });
  });

  it('that comes after the change puts it off then: the case is classified again as it is', () => {
    const again = commands.classify({ requestType: 'exchange', priority: 'low' });
    const before = high().does(again);
    expect(dueAt(before)).toBe(dueAt(high()));
    expect(dueAt(before.does(again))).toBe(dueAt(high()));
    const agreed = commands.classify({ requestType: 'exchange', priority: 'low', consent: CONSENT });
    expect(dueAt(before.does(agreed)) > dueAt(high())).toBe(true);
    expect(dueAt(before.does(agreed).does(agreed))).toBe(dueAt(before.does(agreed)));
  });

  it('leaves an arrival where it was agreed', () => {
    const after = CASE_AT.dispatched().does(commands.changePriority({ priority: 'low', consent: CONSENT }));
    expect(after.state.clocks.arrival).toMatchObject({ fixedDueAt: commands.APPOINTMENT.to });
  });

  it('on the first classification promises what that promises: nothing was told before', () => {
    const first = aCase()
      .answered()
      .does(commands.classify({ ...HIGH, consent: CONSENT }));
    expect(dueAt(first)).toBe(dueAt(high()));
  });
});

describe('A raised priority (R4)', () => {
  const raised = (word: Word & { readonly raiseKeeps?: true }) => {
    const lowered = high().does(commands.changePriority({ priority: 'low' }));
    return [
      lowered.does(commands.changePriority({ priority: 'normal', ...word })),
      lowered.does(commands.classify({ ...HIGH, priority: 'normal', ...word })),
    ].map(dueAt);
  };

  it('puts nothing off, with their word neither', () => {
    const promised = dueAt(high());
    expect(raised({ consent: CONSENT, raiseKeeps: true })).toEqual([promised, promised]);
    expect(raised({ raiseKeeps: true })).toEqual([promised, promised]);
  });

  it('did with their word in histories of before', () => {
    expect(raised({ consent: CONSENT }).every((due) => due > dueAt(high()))).toBe(true);
  });
});
