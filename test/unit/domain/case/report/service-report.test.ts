import { describe, expect, it } from '@jest/globals';
import { serviceCase } from '../../../../../domain/case/decider';
import type { Effect } from '../../../../../domain/process/decider';
import { aClerk, aDirector, anEngineer, anHqManager, anotherEngineer } from '../../support/actors';
import { aCase, recordedBy, type AnyCommand, type CaseBuilder } from '../../support/case-builder';
import * as commands from '../../support/commands';
import { given } from '../../support/given';
import { CASE_AT } from '../../support/stages';

const { REPORT, aFile, amendReport } = commands;
const signature = aFile({ id: 'att-signature', name: 'signature.png', type: 'image/png' });
const PARTS = [{ partNumber: 'CAP-1', quantity: 2 }];

const reported = () => CASE_AT.reported();

/** Effects of a command. */
function effectsOf(before: CaseBuilder, command: AnyCommand): readonly Effect[] {
  let { state } = before;
  return recordedBy(before, command, {}).flatMap((event) => {
    state = serviceCase.evolve(state, event);
    return serviceCase.react(state, event).filter(({ kind }) => kind !== 'notify');
  });
}
const seqOf = ({ events }: CaseBuilder, type: string): number =>
  events.findLast((event) => event.type === type)?.seq ?? 0;
const accrual = (costs: object) => ({
  kind: 'call',
  call: 'accrueCost',
  input: {
    reference: 'AS-2026-000001',
    warranty: 'unknown',
    labourCostCents: 12_000,
    travelCostCents: 3_000,
    partsCostCents: 4_500,
    currency: 'CNY',
    ...costs,
  },
  undo: { call: 'reverseCost', input: {} },
});

describe('The service report (R18)', () => {
  it('is complete in itself: fault, cause and work of the repair, the parts that were issued', () => {
    const { report, reportVersions } = CASE_AT.classified()
      .dispatched({ parts: PARTS })
      .onSite()
      .repaired()
      .reported().state;
    expect(report).toEqual({
      ...REPORT,
      fault: 'no torque',
      cause: 'worn capacitor',
      work: 'replaced it',
      partsUsed: PARTS,
    });
    expect(reportVersions).toMatchObject([{ version: 1, by: { id: 'engineer-li' }, changes: [], report }]);
  });

  it('says what the engineer words anew, with serial numbers, photos and the signature', () => {
    const worded = {
      fault: 'starts hard',
      partsUsed: [{ partNumber: 'CAP-1', name: 'Capacitor', quantity: 2, serialNumbers: ['C-1', 'C-2'] }],
      photos: [aFile()],
      signature,
    };
    given(CASE_AT.repaired())
      .when(commands.report(worded))
      .thenState({ report: { ...REPORT, cause: 'worn capacitor', work: 'replaced it', ...worded } });
  });

  it.each([
    ['more serial numbers than parts', ['C-1', 'C-2', 'C-3']],
    ['a serial number twice', ['C-1', 'C-1']],
  ])('does not take %s', (_name, serialNumbers) => {
    given(CASE_AT.repaired())
      .when(commands.report({ partsUsed: [{ partNumber: 'CAP-1', quantity: 2, serialNumbers }] }))
      .thenRefused('REPORT.SERIALS_WRONG', { field: 'data.partsUsed.0.serialNumbers' });
  });

  it.each(['application/pdf', 'image/webp'])('does not take a signature of type %s', (type) => {
    given(CASE_AT.repaired())
      .when(commands.report({ signature: { ...signature, type } }))
      .thenRefused('REPORT.SIGNATURE_NO_IMAGE', { field: 'data.signatureId' });
    given(reported())
      .when(amendReport({ signature: { ...signature, type } }))
      .thenRefused('REPORT.SIGNATURE_NO_IMAGE', { field: 'data.changes.signatureId' });
  });
});

describe('An amendment of the service report (R18)', () => {
  it('records what changed, from what, to what, and why', () => {
    const before = reported();
    given(before)
      .when(amendReport({ labourMinutes: 75, remarks: 'Trial run: 15 min' }, 'The trial run was forgotten'))
      .then({
        type: 'ReportAmended',
        data: {
          version: 2,
          report: {
            fault: 'no torque',
            cause: 'worn capacitor',
            work: 'replaced it',
            partsUsed: [],
            ...REPORT,
            labourMinutes: 75,
            remarks: 'Trial run: 15 min',
          },
          changes: [
            { field: 'labourMinutes', from: 60, to: 75 },
            { field: 'remarks', from: null, to: 'Trial run: 15 min' },
          ],
          reason: 'The trial run was forgotten',
        },
      });
  });

  it('leaves every earlier version to be read, with who wrote it and when', () => {
    const first = reported();
    const third = first
      .does(amendReport({ labourMinutes: 75 }, 'one'), { by: anEngineer() })
      .does(amendReport({ labourMinutes: 80, signedBy: 'Lin' }, 'two'), { by: aDirector() });
    expect(third.state.reportVersions).toMatchObject([
      { version: 1, by: { id: 'engineer-li' }, report: { labourMinutes: 60, signedBy: 'Chen' } },
      { version: 2, by: { id: 'engineer-li' }, reason: 'one', report: { labourMinutes: 75 } },
      {
        version: 3,
        at: new Date(Date.parse(first.now) + 600_000).toISOString(),
        by: { id: 'director-zhao' },
        reason: 'two',
        report: { labourMinutes: 80, signedBy: 'Lin' },
        changes: [
          { field: 'labourMinutes', from: 75, to: 80 },
          { field: 'signedBy', from: 'Chen', to: 'Lin' },
        ],
      },
    ]);
    expect(third.state.report).toMatchObject({ labourMinutes: 80, signedBy: 'Lin' });
  });

  it('takes away what may be missing', () => {
    const before = CASE_AT.repaired().reported({ remarks: 'oil', signature });
    const { report } = before.does(amendReport({ remarks: null, signature: null })).state;
    expect(report).not.toHaveProperty('remarks');
    expect(report).not.toHaveProperty('signature');
  });

  it('that says what the report says already is refused', () => {
    given(CASE_AT.repaired().reported({ photos: [aFile()] }))
      .when(amendReport({ labourMinutes: 60, photos: [aFile()] }))
      .thenRefused('REPORT.NOTHING_CHANGED', { field: 'data.changes' });
  });

  it('does not move the case, nor its promises', () => {
    const before = reported();
    const { stage, stageSince, clocks } = before.state;
    expect(before.amended({ labourMinutes: 75 }).state).toMatchObject({ stage, stageSince, clocks });
  });

  it.each([
    ['the dispatched engineer', anEngineer()],
    ['the director of the centre', aDirector()],
    ['headquarters', anHqManager()],
  ])('is made by %s', (_name, by) => {
    given(reported())
      .when(amendReport(), { by })
      .thenState({ report: { ...REPORT, labourMinutes: 75 } });
  });

  it('is not made by another engineer, nor by a clerk', () => {
    given(reported()).when(amendReport(), { by: anotherEngineer() }).thenRefused('CASE.NOT_ASSIGNED_TO_YOU');
    given(reported()).when(amendReport(), { by: aClerk() }).thenRefused('CASE.NOT_PERMITTED');
  });

  it('is made after the survey and after the revisit, and on a case that is paused', () => {
    for (const before of [CASE_AT.surveyed(), CASE_AT.revisited(), reported().paused()])
      given(before)
        .when(amendReport())
        .thenState({ report: { labourMinutes: 75 } });
  });

  it('is refused before there is a report, and once the case has ended', () => {
    given(CASE_AT.repaired()).when(amendReport()).thenRefused('CASE.WRONG_STAGE');
    given(CASE_AT.closed()).when(amendReport()).thenRefused('CASE.ENDED');
    given(reported().cancelled()).when(amendReport()).thenRefused('CASE.ENDED');
  });

  it('is refused where the case was resolved without a visit: there is no report', () => {
    const remote = aCase().answered().classified({ requestType: 'consultation' }).resolvedRemotely();
    given(remote).when(amendReport()).thenRefused('REPORT.NONE');
  });
});

describe('What a corrected report costs (R10)', () => {
  it('takes back what the report had posted, and posts anew', () => {
    const before = reported();
    expect(effectsOf(before, amendReport({ partsCostCents: 5_000 }))).toEqual([
      { kind: 'undoOf', seq: seqOf(before, 'ServiceReported') },
      accrual({ partsCostCents: 5_000 }),
    ]);
  });

  it('the second time takes back what the first amendment posted, though one between left the costs alone', () => {
    const once = reported().amended({ partsCostCents: 5_000 });
    const posted = seqOf(once, 'ReportAmended');
    const between = once.amended({ remarks: 'oil' });
    expect(effectsOf(between, amendReport({ currency: 'USD' }))).toEqual([
      { kind: 'undoOf', seq: posted },
      accrual({ partsCostCents: 5_000, currency: 'USD' }),
    ]);
  });

  it('asks nothing of the ledger where the costs stay', () => {
    expect(effectsOf(reported(), amendReport({ labourMinutes: 75 }))).toEqual([]);
  });
});

describe('A file of the case', () => {
  it('is put on record with what it shows', () => {
    const before = CASE_AT.dispatched();
    given(before)
      .when(commands.attach(aFile(), 'Name plate'), { by: anEngineer() })
      .then({ type: 'FileAttached', data: { attachment: aFile(), caption: 'Name plate' } });
    expect(before.does(commands.attach(aFile(), 'Name plate')).state.attachments).toEqual([
      { ...aFile(), caption: 'Name plate', attachedAt: before.now },
    ]);
  });

  it('is put on record once', () => {
    given(CASE_AT.dispatched().does(commands.attach()))
      .when(commands.attach())
      .thenRefused('CASE.ATTACHED_ALREADY', {
        field: 'data.attachmentId',
        params: { name: 'nameplate.jpg' },
      });
  });
});
