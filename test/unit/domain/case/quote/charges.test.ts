import { describe, expect, it } from '@jest/globals';
import { chargesOfDeclined, chargesOfReport } from '../../../../../domain/case/quote/charges';
import { serviceCase } from '../../../../../domain/case/decider';
import { LANGUAGES } from '../../../../../domain/bilingual';
import { renderNotice } from '../../../../../domain/notices/render';
import { aCase, type CaseBuilder } from '../../support/case-builder';
import * as commands from '../../support/commands';
import { accepted, decided, diagnosed, reported, USED } from '../../support/quoted';

const chargesOf = ({ state }: CaseBuilder) => {
  if (!state.report) throw new Error('no report');
  return chargesOfReport(state, state.report);
};

describe('What a customer pays for a service (R6, R7)', () => {
  it('is told line by line, with tax and total, as the invoice has it', () => {
    expect(chargesOf(reported())).toMatchObject({
      kind: 'priced',
      currency: 'CNY',
      invoiceNumber: 'AS-2026-000001-I1',
      lines: [
        { item: 'labour', quantity: 60, priceCents: 28_000, coveredCents: 0, customerCents: 28_000 },
        { item: 'travel', quantity: 1, priceCents: 20_000, coveredCents: 0, customerCents: 20_000 },
        { item: 'parts', partNumber: 'CAP-1', priceCents: 10_000, coveredCents: 0, customerCents: 10_000 },
      ],
      priceCents: 58_000,
      coveredCents: 0,
      netCents: 58_000,
      taxCents: 7_540,
      totalCents: 65_540,
    });
  });

  it('never says what it costs the company', () => {
    const textsOf = JSON.stringify(chargesOf(reported()));
    for (const name of ['cost', 'Cost', 'margin', '12000', '3000']) expect(textsOf).not.toContain(name);
  });

  it('has the covered share apart', () => {
    const halved = accepted()
      .repaired()
      .does(commands.overruleEntitlement({ verdict: { labour: 50, parts: 50, travel: 50 } }))
      .reported(USED);
    expect(chargesOf(halved)).toMatchObject({ priceCents: 58_000, coveredCents: 29_000, netCents: 29_000 });
  });

  it('stays as it was invoiced, whatever the entitlement becomes after it', () => {
    const later = reported();
    const { state } = later;
    const changed = { ...state, entitlement: { overruling: { labour: 100, parts: 100, travel: 100 } } };
    if (!state.report) throw new Error('no report');
    expect(chargesOfReport(Object.assign({}, state, changed), state.report)).toMatchObject({
      totalCents: 65_540,
      coveredCents: 0,
    });
  });

  it('leaves out what was quoted and not needed', () => {
    const less = accepted()
      .repaired()
      .reported({ ...USED, partsUsed: [] });
    expect(chargesOf(less)).toMatchObject({
      lines: [{ item: 'labour' }, { item: 'travel' }],
      netCents: 48_000,
    });
  });

  it('is nothing where warranty covers it: done free of charge', () => {
    const free = aCase()
      .answered()
      .classified({ unit: { ...commands.UNIT, warranty: 'in-warranty' } });
    expect(chargesOf(free.dispatched().onSite().repaired().reported())).toEqual({ kind: 'free' });
  });

  it('is nothing, and not called free, where nobody could say what is covered', () => {
    const unknown = aCase().answered().classified().dispatched().onSite().repaired().reported();
    expect(unknown.state.warranty).toBe('unknown');
    expect(chargesOf(unknown)).toEqual({ kind: 'none' });
  });

  it('is the trip, of a customer who declined', () => {
    const declined = decided(diagnosed().quoted(), 'refuse').does(commands.leaveUnfinished());
    const ended = declined.does(commands.endUnrepaired());
    expect(chargesOfDeclined(ended.state)).toMatchObject({
      kind: 'priced',
      lines: [{ item: 'travel', customerCents: 20_000 }],
      netCents: 20_000,
      taxCents: 2_600,
      totalCents: 22_600,
    });
  });

  describe('in messages', () => {
    const textsOf = (it: CaseBuilder, template: RegExp): string[] =>
      it.events.flatMap((event) => {
        const state = it.events.slice(0, event.seq).reduce(serviceCase.evolve, serviceCase.initial);
        return serviceCase
          .react(state, event)
          .flatMap((effect) =>
            effect.kind === 'notify' && template.test(effect.template)
              ? LANGUAGES.map((language) => renderNotice(effect, language, (instant) => instant).text)
              : [],
          );
      });
    const half = { verdict: { labour: 50, parts: 50, travel: 50 }, reason: 'goodwill' };

    it('is price, covered share, tax and total, where warranty or contract pay a part', () => {
      const quoted = diagnosed().does(commands.overruleEntitlement(half)).quoted();
      const [en, zh] = textsOf(quoted, /^quote-offered/);
      for (const amount of ['CNY 580.00', 'CNY 290.00', 'CNY 37.70', 'CNY 327.70']) {
        expect(en).toContain(amount);
        expect(zh).toContain(amount);
      }
      const invoiced = textsOf(decided(quoted).repaired().reported(USED), /^invoice-issued/);
      expect(invoiced).toHaveLength(2);
      for (const text of invoiced)
        for (const amount of ['CNY 580.00', 'CNY 290.00', 'CNY 37.70', 'CNY 327.70'])
          expect(text).toContain(amount);
    });

    it('says nothing of a share where there is none', () => {
      for (const text of textsOf(reported(), /^(quote-offered|invoice-issued)/)) {
        expect(text).toContain('CNY 655.40');
        expect(text).not.toMatch(/cover|承担/);
      }
    });

    it('tells no correction of costs alone', () => {
      expect(textsOf(reported().amended({ partsCostCents: 1 }), /^report-amended/)).toEqual([]);
      expect(textsOf(reported().amended({ signedBy: 'Lin' }), /^report-amended/)).toHaveLength(2);
    });
  });
});
