import { describe, expect, it } from '@jest/globals';
import { boundedRequests, boundedVersions, shortened } from '../../../../../domain/case/common/bounded';
import { tidied } from '../../../../../domain/case/common/bounded-lists';
import type { JoinedRequest } from '../../../../../domain/case/intake/joining-terms';
import type { ReportVersion } from '../../../../../domain/case/report/terms';
import { anEngineer } from '../../support/actors';
import { aCase } from '../../support/case-builder';
import { amendReport } from '../../support/commands';

const reported = () => aCase().answered().classified().dispatched().onSite().repaired().reported();
const request = (n: number, length: number): JoinedRequest => ({
  requestNumber: `RQ-2026-${String(n).padStart(6, '0')}`,
  fromCase: `AS-2026-${String(n).padStart(6, '0')}`,
  text: `${n} `.padEnd(length, '漏油'),
});
const version = (n: number, length: number): ReportVersion => ({
  version: n,
  at: '2026-03-02T01:00:00.000Z',
  by: { id: 'e', name: 'E' },
  report: {
    labourMinutes: n,
    travelMinutes: 0,
    labourCostCents: 1,
    travelCostCents: 2,
    partsCostCents: 3,
    currency: 'CNY',
    signedBy: 'Chen',
    remarks: 'r'.repeat(length),
  },
  changes: [],
  costsPostedBy: n,
});

describe('What a case takes along of texts that keep coming', () => {
  it('is all of it, as long as it has room', () => {
    const [few, short] = [
      [request(1, 300), request(2, 9_000)],
      [version(1, 100), version(2, 5_000)],
    ];
    expect(boundedRequests(few)).toStrictEqual(few);
    expect(boundedVersions(short)).toStrictEqual(short);
  });

  it('is bounded whatever comes: the earliest are cut, the latest report stays whole', () => {
    const requests = boundedRequests(Array.from({ length: 500 }, (_, n) => request(n, 20_000)));
    expect(requests).toHaveLength(500);
    expect(JSON.stringify(requests).length).toBeLessThan(80_000);
    const versions = boundedVersions(Array.from({ length: 200 }, (_, n) => version(n + 1, 16_000)));
    expect(versions.map((one) => one.version)).toEqual(Array.from({ length: 200 }, (_, n) => n + 1));
    expect(versions.at(-1)?.report.remarks).toHaveLength(16_000);
    expect(versions.slice(0, -1).every(({ isCut }) => isCut)).toBe(true);
    expect(JSON.stringify(versions).length).toBeLessThan(100_000);
  });

  it('is the same whether it came bit by bit or all at once, and does not change when it is looked at again', () => {
    const lengths = [50, 4_000, 9_999, 20, 16_000, 300, 300, 7_000, 2_000, 1, 11_000, 500];
    const requests = lengths.map((length, n) => request(n, length));
    const versions = lengths.map((length, n) => version(n + 1, length));
    const stepwise = <T>(items: readonly T[], bound: (some: readonly T[]) => readonly T[]): readonly T[] =>
      items.reduce<readonly T[]>((kept, item) => bound([...kept, item]), []);
    expect(stepwise(requests, boundedRequests)).toStrictEqual(boundedRequests(requests));
    expect(stepwise(versions, boundedVersions)).toStrictEqual(boundedVersions(versions));
    expect(boundedVersions(boundedVersions(versions))).toStrictEqual(boundedVersions(versions));
  });

  it('never ends in half a character', () => {
    expect(shortened('😀'.repeat(30), 41)).toBe(`${'😀'.repeat(20)}…`);
    expect(shortened('short', 41)).toBe('short');
  });

  it('is what a state of before becomes', () => {
    const { state } = reported();
    const old = {
      ...state,
      reportVersions: Array.from({ length: 30 }, (_, n) => version(n + 1, 8_000)),
      joinedRequests: Array.from({ length: 30 }, (_, n) => request(n, 8_000)),
    };
    expect(JSON.stringify(tidied(old)).length).toBeLessThan(60_000);
    expect(tidied(tidied(old))).toStrictEqual(tidied(old));
    expect(tidied(state)).toStrictEqual(state);
  });

  it('lets a report be amended two hundred times, each version numbered', () => {
    let it_ = reported();
    for (let n = 1; n <= 200; n += 1)
      it_ = it_.does(amendReport({ remarks: `${n} `.padEnd(16_000, '试机') }, `reason ${n}`), {
        by: anEngineer(),
      });
    expect(it_.state.reportVersions).toHaveLength(201);
    expect(it_.state.reportVersions?.at(-1)).toMatchObject({ version: 201, reason: 'reason 200' });
    expect(JSON.stringify(it_.state).length).toBeLessThan(250_000);
  });
});
