import { describe, expect, it } from '@jest/globals';
import type { Consent } from '../../../../../domain/case/facts';
import { aCustomer } from '../../support/actors';
import { aCase, type AnyCommand, type CaseBuilder } from '../../support/case-builder';
import * as commands from '../../support/commands';
import { refusalOf } from '../../support/given';
import { diagnosed } from '../../support/quoted';

const LATER = { from: '2026-11-06T01:00:00.000Z', to: '2026-11-06T04:00:00.000Z' };
const classified = () => aCase().answered().classified();

interface Given {
  readonly on: () => CaseBuilder;
  readonly command: (consent: Consent) => AnyCommand;
  readonly before?: { readonly en: string; readonly zh: string };
}

const GIVEN: readonly (readonly [string, Given])[] = [
  [
    'a quote',
    {
      on: () => diagnosed().quoted(),
      command: (consent) => commands.decideQuote({ consent }),
      before: { en: 'before the quote was offered', zh: '不得早于报价的时间' },
    },
  ],
  [
    'an appointment that is moved',
    {
      on: () => classified().dispatched(),
      command: (consent) => commands.moveAppointment({ appointment: LATER, consent }),
    },
  ],
  [
    'an engineer for another time than they wanted',
    {
      on: () => classified().offered(),
      command: (consent) => commands.dispatch({ appointment: LATER, consent }),
      before: { en: 'before they asked', zh: '不得早于提出请求的时间' },
    },
  ],
];

describe.each(GIVEN)('The customer’s word on %s', (_what, { on, command, before }) => {
  const refused = (consent: Partial<Consent>, by = {}) => {
    const it = on();
    const given = command({ by: 'customer', how: 'phone', at: it.now, ...consent });
    return refusalOf(() => it.does(given, by));
  };
  const saying = (field: string, en: string, zh: string) => ({
    code: 'COMMAND.INVALID',
    field,
    params: { field, reason: { en: expect.stringContaining(en), zh: expect.stringContaining(zh) } },
  });

  it('is taken when they can have given it', () => {
    expect(refused({})).toBeUndefined();
  });

  it('is given by the link by nobody else (R36)', () => {
    expect(refused({ how: 'link' })).toMatchObject(
      saying('data.consent.how', 'only the customer can agree through the link', '只有客户本人'),
    );
  });

  it('is not of the future', () => {
    expect(refused({ at: '2030-01-01T00:00:00.000Z' })).toMatchObject(
      saying(
        'data.consent.at',
        'the customer agreement is dated in the future',
        '客户确认时间不得晚于当前时间',
      ),
    );
  });

  if (before)
    it(`is not from ${before.en}`, () => {
      expect(refused({ at: '2026-11-02T01:59:00.000Z' })).toMatchObject(
        saying('data.consent.at', `the customer cannot have agreed ${before.en}`, before.zh),
      );
    });
});

describe('The customer’s word by the link', () => {
  it.each(GIVEN.slice(0, 2))('on %s is theirs by no other way (R36)', (_what, { on, command }) => {
    const it = on();
    const byPhone = command({ by: 'customer', how: 'phone', at: it.now });
    expect(refusalOf(() => it.does(byPhone, { by: aCustomer() }))).toMatchObject({
      code: 'COMMAND.INVALID',
      field: 'data.consent.how',
    });
  });
});
