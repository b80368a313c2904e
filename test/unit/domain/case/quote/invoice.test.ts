import { describe, expect, it } from '@jest/globals';
import { postingsOf, totalsOf } from '../../../../../domain/money/account';
import { disagreements } from '../../../../../domain/money/agreement';
import { serviceCase } from '../../../../../domain/case/decider';
import { settleCall, type CaseBuilder } from '../../support/case-builder';
import * as commands from '../../support/commands';
import { accepted, USED, reported, last } from '../../support/quoted';

describe('The invoice (R10)', () => {
  it('comes with the report, for what was done at the accepted prices', () => {
    const { state } = reported();
    expect(state.invoices).toMatchObject([
      {
        number: 'AS-2026-000001-I1',
        quoteNumber: 'AS-2026-000001-Q1',
        totalCents: 65_540,
        party: 'customer-1',
      },
    ]);
  });

  it('is for less where less was done', () => {
    const less = accepted()
      .repaired()
      .reported({ ...USED, labourMinutes: 30 });
    expect(less.state.invoices?.[0]?.netCents).toBe(44_000);
  });

  it('is credited whole and issued anew where an amendment changes what was done (ADR 19)', () => {
    const amended = reported().amended({ labourMinutes: 30 });
    expect(amended.state.invoices).toMatchObject([
      { number: 'AS-2026-000001-I1', creditedAt: expect.any(String) },
      { number: 'AS-2026-000001-I2', netCents: 44_000 },
    ]);
    expect(last(amended, 'InvoiceCredited')?.data).toMatchObject({ reason: 'report-amended' });
  });

  it('stays where an amendment changes nothing that is charged', () => {
    expect(reported().amended({ signedBy: 'Lin', labourMinutes: 90 }).state.invoices).toHaveLength(1);
  });

  it('stays when the case is cancelled: the work was done; a command of before that had it credited', () => {
    expect(reported().cancelled().state.invoices?.[0]).not.toHaveProperty('creditedAt');
    const { invoices } = reported().does(commands.cancelAll()).state;
    expect(invoices).toMatchObject([{ creditedAt: expect.any(String) }]);
  });

  it('is at the better share where a supervisor gave way after the repair', () => {
    const halved = accepted()
      .repaired()
      .does(commands.overruleEntitlement({ verdict: { labour: 50, parts: 50, travel: 50 } }));
    expect(halved.reported(USED).state.invoices?.[0]?.netCents).toBe(29_000);
  });
});

/** Every call of the case is answered, in the order in which it was asked for. */
function settled(it: CaseBuilder): CaseBuilder {
  let state = serviceCase.initial;
  const keys: { key: string; call: string }[] = [];
  for (const event of it.events) {
    state = serviceCase.evolve(state, event);
    serviceCase.react(state, event).forEach((effect, n) => {
      if (effect.kind === 'call') keys.push({ key: `AS-2026-000001:${event.seq}:${n}`, call: effect.call });
    });
  }
  return keys.reduce((before, call) => before.does(settleCall(call)), it);
}

function account(it: CaseBuilder) {
  let state = serviceCase.initial;
  const happened = it.events.map((event) => {
    state = serviceCase.evolve(state, event);
    return { event, effects: serviceCase.react(state, event) };
  });
  return postingsOf(happened, 'AS-2026-000001');
}

describe('The case’s own account (R10)', () => {
  it('is unsettled until finance has answered, then cost, revenue, tax and profit', () => {
    expect(account(reported()).map(({ state }) => state)).toEqual(['unsettled', 'unsettled']);
    expect(totalsOf(account(settled(reported())))).toEqual([
      { currency: 'CNY', costCents: 19_500, revenueCents: 58_000, taxCents: 7_540, profitCents: 38_500 },
    ]);
  });

  it('knows what was taken back, once that is answered', () => {
    const cancelled = settled(reported()).does(commands.cancelAll());
    expect(account(cancelled).map(({ state }) => state)).toEqual(['unsettled', 'unsettled']);
    const undone = account(cancelled).reduce(
      (before, { key, kind }) =>
        before.does(
          settleCall({
            key: `${key}:undo`,
            call: kind === 'invoice' ? 'creditInvoice' : 'reverseCost',
            undo: true,
          }),
        ),
      cancelled,
    );
    expect(account(undone).map(({ state }) => state)).toEqual(['taken-back', 'taken-back']);
    expect(totalsOf(account(undone))).toEqual([]);
  });

  it('keeps what was posted for work that was done, whatever becomes of the case', () => {
    const cancelled = settled(reported()).cancelled();
    expect(account(cancelled).map(({ state }) => state)).toEqual(['posted', 'posted']);
  });

  it('agrees with a ledger to the cent, or names what differs', () => {
    const postings = account(settled(reported()));
    const invoice = postings.find(({ kind }) => kind === 'invoice');
    const ledger = {
      totals: [{ currency: 'CNY', costCents: 19_500, revenueCents: 58_000 }],
      invoices: [
        {
          id: invoice?.key ?? '',
          currency: 'CNY',
          netCents: 58_000,
          taxCents: 7_540,
          state: 'issued' as const,
        },
      ],
    };
    expect(disagreements(postings, ledger)).toEqual([]);
    const [total] = ledger.totals;
    expect(
      disagreements(postings, {
        ...ledger,
        totals: [{ ...total, currency: 'CNY', costCents: 19_501, revenueCents: 58_000 }],
      }),
    ).toEqual([{ field: 'finance.CNY.costCents', expected: 19_500, actual: 19_501 }]);
    expect(disagreements(postings, { ...ledger, invoices: [] })).toMatchObject([{ actual: 'none' }]);
    expect(disagreements([], ledger)).toHaveLength(3);
  });
});
