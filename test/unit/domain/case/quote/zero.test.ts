import { describe, expect, it } from '@jest/globals';
import { aCase } from '../../support/case-builder';
import * as commands from '../../support/commands';
import { given } from '../../support/given';
import { diagnosed } from '../../support/quoted';

const BELOW_COST = commands.QUOTE_RULES.map(({ rule: { over: _over, ...rule }, posts }) => ({
  rule: { ...rule, id: 'quote-below-cost', marginUnderBasisPoints: 0 },
  posts,
}));
const FREE = commands.QUOTE_LINES.map((line) => ({ ...line, unitPriceCents: 0, source: 'given' as const }));
const JUDGED = { approvalRules: BELOW_COST, failsClosed: true, judgesZero: true } as const;
const free = () => diagnosed().quoted({ ...JUDGED, lines: FREE });
const uncoveredOf = () => aCase().answered().classified({ unit: commands.UNIT_WITH_TERMS });

describe('A quote of nothing (R7, R9)', () => {
  it('that nothing covers is sold below its cost, and waits for whoever the rule names', () => {
    expect(free().state).toMatchObject({
      quote: { status: 'in-approval', totalCents: 0, marginBasisPoints: -10_000 },
      approvals: [{ id: 'quote:1', status: 'open', need: { ruleId: 'quote-below-cost' } }],
    });
    given(free())
      .when(commands.repair())
      .thenRefused('CASE.QUOTE_NEEDED', { params: { quoteStatus: 'in-approval' } });
  });

  it('that is approved is nobody’s to accept: the repair goes ahead', () => {
    const approved = free().does(commands.decideQuoteApproval());
    expect(approved.state.quote).toMatchObject({ status: 'nothing-to-pay' });
    expect(approved.state.clocks).not.toHaveProperty('quote');
    expect(approved.repaired().state.stage).toBe('repaired');
  });

  it('that is rejected goes back to be revised', () => {
    const rejected = free().does(commands.decideQuoteApproval({ decision: 'reject' }));
    expect(rejected.state.quote).toMatchObject({ status: 'disapproved' });
    given(rejected).when(commands.repair()).thenRefused('CASE.QUOTE_NEEDED');
  });

  it('that the entitlement covers needs nobody', () => {
    const covered = uncoveredOf().quoted({ ...JUDGED, lines: commands.QUOTE_LINES.slice(0, 1) });
    expect(covered.state).toMatchObject({ quote: { status: 'nothing-to-pay', totalCents: 0 } });
    expect(covered.state.approvals ?? []).toEqual([]);
  });

  it('with one line that nobody covers among others that are covered waits', () => {
    const [labour, travel] = FREE;
    const mixed = uncoveredOf().quoted({
      ...JUDGED,
      lines: [labour, travel].flatMap((line) => (line ? [line] : [])),
    });
    expect(mixed.state.quote).toMatchObject({ status: 'in-approval', totalCents: 0 });
  });

  it('that no rule asks about goes ahead', () => {
    expect(diagnosed().quoted({ judgesZero: true, lines: FREE }).state.quote).toMatchObject({
      status: 'nothing-to-pay',
    });
  });

  it('holds as long as what it rests on: without the cover the customer is asked', () => {
    const covered = uncoveredOf().quoted({ ...JUDGED, lines: commands.QUOTE_LINES.slice(0, 1) });
    const { state } = covered.does(
      commands.overruleEntitlement({ verdict: { labour: 0, parts: 0, travel: 0 } }),
    );
    expect(state.quote).toMatchObject({ status: 'void', voided: 'entitlement-changed' });
  });

  it('was let through by commands recorded before', () => {
    const { state } = diagnosed().quoted({ approvalRules: BELOW_COST, failsClosed: true, lines: FREE });
    expect(state.quote).toMatchObject({ status: 'nothing-to-pay' });
    expect(state.quote).not.toHaveProperty('judgesZero');
  });
});
