import { describe, expect, it } from '@jest/globals';
import { customerPays, coveredPercent } from '../../../../../domain/case/entitlement/customer-share';
import { isPaused } from '../../../../../domain/clock/clocks';
import { aCustomer, anEngineer } from '../../support/actors';
import { aCase, type CaseBuilder } from '../../support/case-builder';
import * as commands from '../../support/commands';
import { given, refusalOf } from '../../support/given';
import { paid, onSite, diagnosed, decided, accepted, last, kinds } from '../../support/quoted';

describe('Whether the customer pays (R6, R7)', () => {
  it('follows from the entitlement: any item that is not covered whole', () => {
    expect(customerPays(aCase().answered().classified({ unit: commands.UNIT }).state)).toBe(false);
    expect(customerPays(paid().state)).toBe(true);
    // The travel warranty of twelve months is over.
    expect(customerPays(aCase().answered().classified({ unit: commands.UNIT_WITH_TERMS }).state)).toBe(true);
  });

  it('is asked of repairs alone', () => {
    expect(customerPays(paid().classified({ requestType: 'installation' }).state)).toBe(false);
  });

  it('is judged for each part by itself: one that wears is not covered among others that are', () => {
    const { state } = aCase().answered().classified({ unit: commands.UNIT_WITH_TERMS });
    expect(coveredPercent(state, { item: 'parts', partNumber: 'SP-1101' })).toBe(0);
    expect(coveredPercent(state, { item: 'parts', partNumber: 'CAP-1' })).toBe(100);
    expect(coveredPercent(state, { item: 'travel' })).toBe(0);
  });
});

describe('A repair that the customer has to pay for (R7)', () => {
  it('is refused without their word, whatever stands in its way', () => {
    given(onSite())
      .when(commands.repair())
      .thenRefused('CASE.QUOTE_NEEDED', { params: { quoteStatus: 'none' } });
    const offered = diagnosed().quoted();
    given(offered)
      .when(commands.repair())
      .thenRefused('CASE.QUOTE_NEEDED', { params: { quoteStatus: 'offered' } });
    given(decided(offered, 'refuse'))
      .when(commands.repair())
      .thenRefused('CASE.QUOTE_NEEDED', { params: { quoteStatus: 'refused' } });
  });

  it('goes ahead once they have accepted', () => {
    expect(accepted().repaired().state.stage).toBe('repaired');
  });

  it('needs no quote where they pay nothing, and takes none', () => {
    const covered = aCase().answered().classified({ unit: commands.UNIT });
    given(covered).when(commands.prepareQuote()).thenRefused('QUOTE.NOT_NEEDED');
    expect(covered.dispatched().onSite().repaired().state.stage).toBe('repaired');
  });

  it('goes ahead without a decision where their part of the lines comes to nothing', () => {
    const it = aCase().answered().classified({ unit: commands.UNIT_WITH_TERMS });
    const labourAlone = it.quoted({ lines: commands.QUOTE_LINES.slice(0, 1) });
    expect(labourAlone.state.quote).toMatchObject({ status: 'nothing-to-pay', totalCents: 0 });
    expect(labourAlone.dispatched().onSite().repaired().state.stage).toBe('repaired');
  });
});

describe('A quote', () => {
  it('is priced, numbered, and offered until a day', () => {
    const { state } = diagnosed().quoted();
    expect(state.quote).toMatchObject({
      number: 'AS-2026-000001-Q1',
      status: 'offered',
      netCents: 58_000,
      taxCents: 7_540,
      totalCents: 65_540,
      costShareCents: 30_000,
      marginBasisPoints: 4_828,
      preparedBy: { id: 'manager-qian' },
    });
    const { fixedDueAt, startedAt } = state.clocks.quote ?? {};
    expect(fixedDueAt).toBe(state.quote?.validUntil);
    expect(Date.parse(fixedDueAt ?? '') - Date.parse(startedAt ?? '')).toBe(15 * 86_400_000);
  });

  it('lets the resolution’s promise wait while the customer decides, and no longer', () => {
    const waiting = ({ state }: CaseBuilder) => state.clocks.resolution && isPaused(state.clocks.resolution);
    const offered = diagnosed().quoted();
    expect([diagnosed(), offered, decided(offered), decided(offered, 'refuse')].map(waiting)).toEqual([
      false,
      true,
      false,
      false,
    ]);
    expect(waiting(offered.paused().resumed())).toBe(true);
    expect(
      waiting(
        offered
          .paused()
          .does(commands.decideQuote({ consent: consentAt(offered) }))
          .resumed(),
      ),
    ).toBe(false);
  });

  it('is decided by the version that the customer saw', () => {
    const revised = diagnosed().quoted().does(commands.reviseQuote());
    expect(revised.state).toMatchObject({
      quote: { version: 2 },
      earlierQuotes: [{ version: 1, status: 'void' }],
    });
    given(revised)
      .when(commands.decideQuote({ version: 1, consent: consentAt(revised) }))
      .thenRefused('QUOTE.REVISED');
    expect(decided(revised).state.quote).toMatchObject({ version: 2, status: 'accepted' });
  });

  it('is decided with the customer’s consent on record: by, how, when', () => {
    expect(last(accepted(), 'QuoteAccepted')).toMatchObject({
      data: { consent: { by: 'customer', how: 'phone' } },
      actor: { id: 'manager-qian' },
    });
  });

  it('is decided by the customer’s link as their own act, which nobody else can claim', () => {
    const offered = diagnosed().quoted();
    const byLink = commands.decideQuote({ consent: { ...consentAt(offered), how: 'link' } });
    expect(offered.does(byLink, { by: aCustomer() }).state.quote?.status).toBe('accepted');
    given(offered).when(byLink).thenRefused('COMMAND.INVALID');
    given(offered)
      .when(commands.decideQuote({ consent: consentAt(offered) }), { by: aCustomer() })
      .thenRefused('COMMAND.INVALID');
  });

  it('lapses when its validity ends: nobody can accept it, and it may be revised', () => {
    const lapsed = diagnosed().quoted().elapsed('quote', { kind: 'expire', key: 'expire' });
    expect(lapsed.state.quote?.status).toBe('lapsed');
    given(lapsed)
      .when(commands.decideQuote({ consent: consentAt(lapsed) }))
      .thenRefused('QUOTE.NOT_OFFERED');
    expect(lapsed.state.clocks.resolution && isPaused(lapsed.state.clocks.resolution)).toBe(false);
    expect(decided(lapsed.does(commands.reviseQuote())).state.quote?.status).toBe('accepted');
  });

  it('once accepted is revised where more turns out to be needed, and asks for a new word', () => {
    const revised = accepted().does(commands.reviseQuote());
    given(revised)
      .when(commands.repair())
      .thenRefused('CASE.QUOTE_NEEDED', { params: { quoteStatus: 'offered' } });
  });

  it('is not prepared twice, nor revised or decided where there is none', () => {
    given(diagnosed().quoted()).when(commands.prepareQuote()).thenRefused('QUOTE.EXISTS');
    given(diagnosed()).when(commands.reviseQuote()).thenRefused('QUOTE.NONE');
    given(diagnosed()).when(commands.decideQuote()).thenRefused('QUOTE.NONE');
  });

  it.each(['offered', 'accepted'] as const)('that is %s is void once the case is cancelled', (status) => {
    const it = status === 'accepted' ? accepted() : diagnosed().quoted();
    expect(it.cancelled().state.quote).toMatchObject({ status: 'void', voided: 'case-cancelled' });
  });

  it('is void, and needless, once the diagnosis or a supervisor’s word makes it free (R6)', () => {
    const free = accepted().does(
      commands.overruleEntitlement({ verdict: { labour: 100, parts: 100, travel: 100 }, reason: 'goodwill' }),
    );
    expect(free.state.quote).toMatchObject({ status: 'void', voided: 'entitlement-changed' });
    expect(free.repaired().reported().state.invoices).toBeUndefined();
  });

  it('is needed once the diagnosis finds a cause that no warranty pays for', () => {
    const it = aCase()
      .answered()
      .classified({ unit: { ...commands.UNIT, entitlement: covered } })
      .dispatched()
      .onSite();
    expect(refusalOf(() => it.repaired())).toBeUndefined();
    const misused = it.diagnosed({
      cause: { code: 'misuse', nameEn: 'misuse', nameZh: '使用不当', category: 'misuse' },
    });
    given(misused).when(commands.repair()).thenRefused('CASE.QUOTE_NEEDED');
    expect(kinds(misused)).toContain('prepare-quote');
  });
});

const covered = {
  ...commands.ENTITLEMENT,
  warranty: { ...commands.ENTITLEMENT.warranty, travel: { percent: 100, months: 24 } },
};
const consentAt = ({ state }: CaseBuilder) =>
  ({ by: 'customer', how: 'phone', at: state.quote?.statusSince ?? '' }) as const;

describe('A customer who declines', () => {
  const declined = (): CaseBuilder => decided(diagnosed().quoted(), 'refuse');

  it('ends the case without a repair, after the engineer has left; they are asked for their opinion all the same', () => {
    expect(kinds(declined())).toEqual(['leave-site']);
    const left = declined().leftUnfinished();
    expect(kinds(left)).toEqual(['settle-declined-quote']);
    const ended = left.does(commands.endUnrepaired());
    expect(ended.state).toMatchObject({
      stage: 'reported',
      unrepaired: { outcome: 'left-as-it-is' },
      clocks: { resolution: { stoppedAt: expect.any(String) } },
    });
    expect(ended.state.clocks.survey).toBeDefined();
  });

  it('pays for the trip that was made, as the terms of the quote said', () => {
    const ended = declined().leftUnfinished().does(commands.endUnrepaired());
    expect(ended.state.invoices).toMatchObject([
      { number: 'AS-2026-000001-I1', netCents: 20_000, taxCents: 2_600, lines: [{ item: 'travel' }] },
    ]);
  });

  it('pays nothing where nobody came, or the terms charge nothing', () => {
    const atTheDesk = decided(paid().quoted(), 'refuse').does(commands.endUnrepaired());
    expect(atTheDesk.state.invoices).toBeUndefined();
    const terms = { ...commands.QUOTE_TERMS, declinedCharge: 'none' } as const;
    const free = decided(diagnosed().quoted({ terms }), 'refuse').leftUnfinished();
    expect(free.does(commands.endUnrepaired()).state.invoices).toBeUndefined();
  });

  it('may be quoted anew, and accept that', () => {
    expect(decided(declined().does(commands.reviseQuote())).repaired().state.stage).toBe('repaired');
  });

  it('is the only one whose case ends so', () => {
    given(paid()).when(commands.endUnrepaired()).thenRefused('QUOTE.NOT_DECLINED');
    given(paid().quoted()).when(commands.endUnrepaired()).thenRefused('QUOTE.NOT_DECLINED');
  });
});

describe('An engineer on site', () => {
  it('may record the decision of a customer who stands beside them', () => {
    const offered = diagnosed().quoted();
    const inPerson = commands.decideQuote({ consent: { ...consentAt(offered), how: 'in-person' } });
    expect(offered.does(inPerson, { by: anEngineer() }).state.quote?.status).toBe('accepted');
  });
});
