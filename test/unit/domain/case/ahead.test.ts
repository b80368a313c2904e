import { describe, expect, it } from '@jest/globals';
import { ahead } from '../../../../domain/case/ahead';
import { isRegistered } from '../../../../domain/case/state';
import { aCase } from '../support/case-builder';
import * as commands from '../support/commands';

const quotedOnSite = () =>
  aCase().identified().answered().classified().paid().dispatched().onSite().diagnosed().quoted();

describe('what is decided on events that are not recorded yet', () => {
  it('rests on the fold, and records nothing', () => {
    const { state, events, now } = quotedOnSite();
    if (!isRegistered(state)) throw new Error('registered');
    const after = ahead(state, [{ type: 'NoteAdded', data: { text: 'x' } }], now);
    expect(after).toEqual(state);
    const voided = ahead(state, [{ type: 'QuoteVoided', data: { number: 'Q', reason: 'revised' } }], now);
    expect(voided.quote).toMatchObject({ status: 'void', voided: 'revised' });
    expect(events.some(({ type }) => type === 'QuoteVoided')).toBe(false);
  });

  it('pauses no clock twice: a revised quote finds the resolution waiting for parts', () => {
    const waiting = quotedOnSite().leftUnfinished().does(commands.orderParts());
    const revised = waiting.does(commands.reviseQuote());
    const added = revised.events.slice(waiting.events.length);
    expect(added.map(({ type }) => type)).toContain('QuoteOffered');
    expect(added.filter(({ type }) => type === 'ClockPaused')).toEqual([]);
    expect(revised.state.clocks.resolution?.pauses.filter(({ to }) => to === undefined)).toHaveLength(1);
  });
});
