import { describe, expect, it } from '@jest/globals';
import { aClerk } from '../../support/actors';
import { aCase, type CaseBuilder } from '../../support/case-builder';
import * as commands from '../../support/commands';
import { given } from '../../support/given';

const reported = () =>
  aCase().answered().classified().dispatched().onSite().diagnosed().repaired().reported();
const dissatisfied = () => reported().surveyed({ serviceScore: 1, comment: 'It leaks again' });

describe('Reopening a case (R22)', () => {
  it('lets it be served once more, its visits and its report kept', () => {
    const { state } = dissatisfied().does(commands.reopen());
    expect(state).toMatchObject({ stage: 'classified', visits: [{ outcome: 'repaired' }] });
    expect(state.earlierReports).toMatchObject([[{ version: 1, report: { labourMinutes: 60 } }]]);
    for (const past of [
      'report',
      'repair',
      'diagnosis',
      'survey',
      'surveyAskedAt',
      'revisit',
      'reservationIds',
    ])
      expect(state).not.toHaveProperty(past);
  });

  it('promises the resolution anew, and ends what was to follow the first service', () => {
    const before = dissatisfied();
    const { clocks } = before.does(commands.reopen()).state;
    expect(clocks.resolution).toMatchObject({ startedAt: before.now, fired: [] });
    expect(clocks.resolution).not.toHaveProperty('metAt');
    expect(clocks.revisit).toHaveProperty('stoppedAt');
  });

  it('is followed by a second report, and by a survey and a revisit of its own', () => {
    const again = dissatisfied()
      .does(commands.reopen())
      .dispatched({ appointment: { from: '2026-11-05T01:00:00.000Z', to: '2026-11-05T04:00:00.000Z' } });
    const after = again.onSite().repaired().reported({ labourMinutes: 30 });
    expect(after.state).toMatchObject({ stage: 'reported', report: { labourMinutes: 30 } });
    expect(after.state.visits).toHaveLength(2);
    expect(after.state.reportVersions).toHaveLength(1);
    expect(after.events.filter(({ type }) => type === 'SurveyAsked')).toHaveLength(2);
    expect(after.surveyed().revisited().closed().state.stage).toBe('closed');
  });

  it('is the desk’s where the customer is dissatisfied, and a supervisor’s anywhere', () => {
    given(dissatisfied()).when(commands.reopen(), { by: aClerk() }).thenState({ stage: 'classified' });
    given(reported().surveyed()).when(commands.reopen(), { by: aClerk() }).thenRefused('CASE.NOT_PERMITTED');
    given(reported().surveyed()).when(commands.reopen()).thenState({ stage: 'classified' });
  });
});

describe('A reopened case that was paid for', () => {
  const consentAt = (at: string) => ({ by: 'customer', how: 'phone', at }) as const;
  const served = (): CaseBuilder => {
    const offered = aCase().answered().classified().paid().dispatched().onSite().diagnosed().quoted();
    return offered
      .does(commands.decideQuote({ version: 1, decision: 'accept', consent: consentAt(offered.now) }))
      .repaired()
      .reported();
  };

  it('needs the customer’s word for the next service too, under a number of its own', () => {
    const again = served().does(commands.reopen()).dispatched().onSite();
    given(again).when(commands.repair()).thenRefused('CASE.QUOTE_NEEDED');
    expect(again.quoted().state.quote).toMatchObject({ version: 2, number: 'AS-2026-000001-Q2' });
  });

  it('leaves what was charged for the service before as it is, also when it is cancelled', () => {
    const again = served().does(commands.reopen());
    expect(again.state.invoices).toMatchObject([{ number: 'AS-2026-000001-I1', isOfEarlierService: true }]);
    expect(again.cancelled().state.invoices?.[0]).not.toHaveProperty('creditedAt');
    given(again)
      .when(commands.cancelAll())
      .thenAmongOthers({
        type: 'InvoiceCredited',
        data: { number: 'AS-2026-000001-I1', reason: 'case-cancelled' },
      });
  });
});
