import { describe, expect, it } from '@jest/globals';
import { serviceCase } from '../../../../../domain/case/decider';
import { aClerk, aDirector, anHqManager, CENTRE } from '../../support/actors';
import * as commands from '../../support/commands';
import { given } from '../../support/given';
import { decided, diagnosed, kinds, last } from '../../support/quoted';

const RULES = { approvalRules: commands.QUOTE_RULES };
const asked = () => diagnosed().quoted(RULES);
const approved = () => asked().does(commands.decideQuoteApproval());
const rejected = () =>
  asked().does(commands.decideQuoteApproval({ decision: 'reject', reason: 'Too dear for what it is.' }));

describe('A quote that a rule wants approved (R7, R9)', () => {
  it('is put before whom the rule names, by what the customer pays and what is earned', () => {
    given(diagnosed())
      .when(commands.prepareQuote(RULES))
      .thenAmongOthers({
        type: 'ApprovalRequested',
        data: {
          approvalId: 'quote:1',
          need: {
            kind: 'quote',
            ruleId: 'quote-over-500',
            reasonEn: 'Quotes over CNY 500',
            reasonZh: '报价金额超过 500 元',
            with: { role: 'centre-director', organisationId: CENTRE },
            above: [{ role: 'hq-service-manager', organisationId: 'hq' }],
          },
          what: 'AS-2026-000001-Q1: CNY 655.40',
          amountCents: 65_540,
          currency: 'CNY',
          marginBasisPoints: 4_828,
        },
      });
  });

  it('waits, is not offered, and its validity does not run', () => {
    const { state, events } = asked();
    expect(state.quote).toMatchObject({ status: 'in-approval' });
    expect(state.quote).not.toHaveProperty('validUntil');
    expect(state.clocks).not.toHaveProperty('quote');
    expect(state.clocks.approval).toMatchObject({ facts: { requestType: 'repair' } });
    expect(events.map(({ type }) => type)).not.toContain('QuoteOffered');
    expect(kinds(asked())).toEqual(['await-approval', 'approve']);
    given(asked()).when(commands.decideQuote()).thenRefused('QUOTE.NOT_OFFERED');
    given(asked())
      .when(commands.repair())
      .thenRefused('CASE.QUOTE_NEEDED', { params: { quoteStatus: 'in-approval' } });
  });

  it('that is under every limit goes to the customer at once', () => {
    expect(
      diagnosed().quoted({ ...RULES, lines: commands.QUOTE_LINES.slice(0, 1) }).state.quote,
    ).toMatchObject({ status: 'offered' });
  });

  it('is offered once it is approved, and holds from then on', () => {
    const { now } = asked();
    const { state } = approved();
    const due = new Date(Date.parse(now) + 15 * 86_400_000).toISOString();
    expect(state.quote).toMatchObject({ status: 'offered', validUntil: due });
    expect(state.clocks.quote).toMatchObject({ startedAt: now, fixedDueAt: due });
    expect(decided(approved()).repaired().state.stage).toBe('repaired');
  });

  it('approved by a phone out of reach holds from when it was asked for, not before', () => {
    const before = asked();
    const { state } = before.does(commands.decideQuoteApproval(), {
      by: aDirector(),
      occurredAt: before.state.stageSince,
    });
    expect(state.clocks.quote?.startedAt).toBe(last(before, 'ApprovalRequested')?.at);
  });

  it('that is rejected goes back to be revised, with the reason, and is asked for anew', () => {
    expect(rejected().state.quote).toMatchObject({ status: 'disapproved' });
    expect(last(rejected(), 'QuoteDisapproved')?.data).toEqual({
      number: 'AS-2026-000001-Q1',
      reason: 'Too dear for what it is.',
    });
    expect(kinds(rejected())).toEqual(['revise-quote']);
    const again = rejected().does(commands.reviseQuote({ ...RULES, lines: commands.QUOTE_LINES }));
    expect(again.state.approvals).toMatchObject([{ status: 'rejected' }, { id: 'quote:2', status: 'open' }]);
    const cheaper = rejected().does(
      commands.reviseQuote({ ...RULES, lines: commands.QUOTE_LINES.slice(0, 1) }),
    );
    expect(cheaper.state.quote).toMatchObject({ status: 'offered', version: 2 });
  });

  it('that is revised while it waits is withdrawn, and the new one is asked for', () => {
    const again = asked().does(commands.reviseQuote({ ...RULES, lines: commands.QUOTE_LINES }));
    expect(again.state.approvals).toMatchObject([
      { status: 'withdrawn', withdrawn: { withdrawal: 'superseded' } },
      { id: 'quote:2', status: 'open' },
    ]);
    expect(again.state.earlierQuotes).toMatchObject([{ status: 'void', voided: 'revised' }]);
    given(again).when(commands.decideQuoteApproval()).thenRefused('APPROVAL.WITHDRAWN');
    expect(again.does(commands.decideQuoteApproval({ approvalId: 'quote:2' })).state.quote).toMatchObject({
      status: 'offered',
      version: 2,
    });
  });

  it('is not approved by whoever made it, whatever their role', () => {
    const own = diagnosed().does(commands.prepareQuote(RULES), { by: aDirector() });
    given(own).when(commands.decideQuoteApproval(), { by: aDirector() }).thenRefused('APPROVAL.OWN_REQUEST');
    given(own)
      .when(
        commands.delegateApproval({
          approvalId: 'quote:1',
          to: { id: aDirector().id, name: 'Zhao' },
        }),
        { by: anHqManager() },
      )
      .thenRefused('APPROVAL.OWN_REQUEST');
    expect(own.does(commands.decideQuoteApproval(), { by: anHqManager() }).state.quote).toMatchObject({
      status: 'offered',
    });
    given(own).when(commands.decideQuoteApproval(), { by: aClerk() }).thenRefused('APPROVAL.NOT_YOURS');
  });

  it('needs nobody once the case ends, or what the customer pays has changed', () => {
    expect(asked().cancelled().state).toMatchObject({
      quote: { status: 'void', voided: 'case-cancelled' },
      approvals: [{ status: 'withdrawn', withdrawn: { withdrawal: 'case-cancelled' } }],
    });
    const goodwill = asked().does(
      commands.overruleEntitlement({ verdict: { labour: 100, parts: 100, travel: 100 } }),
    );
    expect(goodwill.state).toMatchObject({
      quote: { status: 'void', voided: 'entitlement-changed' },
      approvals: [{ status: 'withdrawn', withdrawn: { withdrawal: 'superseded' } }],
    });
    expect(goodwill.state.clocks.approval).toHaveProperty('stoppedAt');
    expect(asked().leftUnfinished().resolvedRemotely().state.approvals).toMatchObject([
      { withdrawn: { withdrawal: 'resolved-remotely' } },
    ]);
  });

  it('waits for its plan: one that has to be approved is decided first, and takes the place of a quote for another', () => {
    const doubtful = diagnosed().does(commands.diagnoseForApproval());
    given(doubtful).when(commands.prepareQuote(RULES)).thenRefused('CASE.APPROVAL_PENDING');
    expect(asked().does(commands.diagnoseForApproval()).state).toMatchObject({
      quote: { status: 'void', voided: 'plan-changed' },
      approvals: [{ status: 'withdrawn' }, { id: 'repair-plan:1', status: 'open' }],
    });
  });

  it('is told to the customer when it is offered, and of one never offered they hear nothing', () => {
    const messagesOf = (it: ReturnType<typeof asked>) =>
      it.events.flatMap((event) => {
        const state = it.events.slice(0, event.seq).reduce(serviceCase.evolve, serviceCase.initial);
        return serviceCase
          .react(state, event)
          .flatMap((effect) =>
            effect.kind === 'notify' && /^quote-(offered|void)$/.test(effect.template)
              ? [effect.template]
              : [],
          );
      });
    expect(messagesOf(asked())).toEqual([]);
    expect(messagesOf(rejected())).toEqual([]);
    expect(messagesOf(approved())).toEqual(['quote-offered']);
    expect(messagesOf(asked().does(commands.reviseQuote({ ...RULES, lines: commands.QUOTE_LINES })))).toEqual(
      [],
    );
  });
});
