import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseCounts } from '../../../api/counts/schema';
import type { Backlog, Figure, Flow, RepairsByWeek, Satisfaction } from '../../../api/figures/schema';
import type { TestApi } from '../../support/api';
import { aCase, CLERK, LI_WEI } from '../../support/cases';
import { companyApi, reader, type Reader } from '../../support/reading';
import { LANTING, UNIT } from './finding-world';

const WEEKS = 'from=2026-11-02T00:00:00%2B08:00&to=2026-11-20T00:00:00%2B08:00';

describe('the manager’s figures', () => {
  let api: TestApi;
  let director: Reader;
  let southern: Reader;

  beforeAll(async () => {
    api = await companyApi();
    const { app, database } = api;
    const at = (day: string) => aCase(database).receivedAt(`2026-${day}T01:00:00.000Z`).with(LANTING);
    await at('10-20').breached().commit();
    await at('11-02')
      .with({ unit: UNIT })
      .answered()
      .classified()
      .dispatched(LI_WEI)
      .arrived()
      .repaired()
      .reported()
      .surveyed(5, 5)
      .revisited()
      .closed()
      .commit();
    await at('11-04')
      .answered()
      .classified('consultation')
      .give('resolveRemotely', { resolution: '电话指导' }, CLERK)
      .surveyed(2, 5, '等得太久')
      .commit();
    await at('11-03').answered().classified().cancelled().commit();
    await at('11-10').paused().commit();
    // On a Sunday evening in UTC it is Monday in China.
    await aCase(database).receivedAt('2026-11-15T18:00:00.000Z').with(LANTING).commit();
    await aCase(database).receivedAt('2026-11-17T01:00:00.000Z').of('cus-0025', 'south').commit();
    director = await reader(app, 'gu.chengan');
    southern = await reader(app, 'liang.shaofeng');
  });
  afterAll(() => api.close());

  async function read<T>(who: Reader, url: string): Promise<T> {
    const { status, body } = await who.get<T>(url);
    expect({ status, url, body }).toEqual({ status: 200, url, body });
    return body;
  }

  /** The count of a figure, which the query that it names finds. */
  async function held(who: Reader, { count, cases }: Figure): Promise<number> {
    expect([cases, (await read<CaseCounts>(who, `/v1/case-counts?${cases}`)).total]).toEqual([cases, count]);
    return count;
  }

  it('flow: what came, what went and what is left, week by week in the company’s zone', async () => {
    const { weeks, timeZone } = await read<Flow>(director, `/v1/figures/flow?${WEEKS}&organisationId=east`);
    expect(timeZone).toBe('Asia/Shanghai');
    expect(weeks.map(({ week }) => week)).toEqual(['2026-11-02', '2026-11-09', '2026-11-16']);
    const received = [];
    for (const week of weeks) received.push(await held(director, week.received));
    expect(received).toEqual([3, 1, 1]);
    expect(await Promise.all(weeks.map(({ closed }) => held(director, closed)))).toEqual([1, 0, 0]);
    expect(weeks.map(({ ended }) => ended)).toEqual([2, 0, 0]);
    expect(weeks.map(({ openAtEnd }) => openAtEnd)).toEqual([2, 3, 4]);
  });

  it('is of twelve weeks up to now where nothing is said, and of a year at most', async () => {
    expect((await read<Flow>(director, '/v1/figures/flow')).weeks.length).toBe(12);
    const long = await director.get('/v1/figures/flow?from=2020-01-01T00:00:00Z');
    expect(long).toMatchObject({ status: 400, body: { code: 'REQUEST.INVALID' } });
  });

  it('backlog: open cases by age, with those whose promise is broken', async () => {
    const { total, bands } = await read<Backlog>(director, '/v1/figures/backlog');
    expect(await held(director, total)).toBe(4);
    let [open, breached, paused] = [0, 0, 0];
    for (const band of bands) {
      open += await held(director, band.open);
      breached += await held(director, band.breached);
      paused += await held(director, band.paused);
    }
    expect({ open, breached, paused }).toEqual({ open: 4, breached: 1, paused: 1 });
    expect(bands.map(({ fromDays, toDays }) => [fromDays, toDays])).toEqual([
      [0, 1],
      [1, 3],
      [3, 7],
      [7, 14],
      [14, 30],
      [30, null],
    ]);
  });

  it('repairs: first-time fix and repeats by when they were verified (R14)', async () => {
    const url = `/v1/figures/repairs?${WEEKS}&engineerId=stf-027`;
    const { weeks } = await read<RepairsByWeek>(director, url);
    expect(await Promise.all(weeks.map(({ repaired }) => held(director, repaired)))).toEqual([1, 0, 0]);
    expect(await Promise.all(weeks.map((week) => held(director, week.firstTimeFixed)))).toEqual([1, 0, 0]);
    expect(await Promise.all(weeks.map(({ repeats }) => held(director, repeats)))).toEqual([0, 0, 0]);
  });

  it('satisfaction: answers, mean scores, and those to call back (R22)', async () => {
    const { weeks } = await read<Satisfaction>(director, `/v1/figures/satisfaction?${WEEKS}`);
    const [first, second] = weeks;
    expect(first).toMatchObject({ productScore: 3.5, serviceScore: 5 });
    expect(second).toMatchObject({ answered: { count: 0 }, productScore: null });
    expect(first && (await held(director, first.answered))).toBe(2);
    expect(first && (await held(director, first.dissatisfied))).toBe(1);
  });

  it('are of what the caller sees (R11), and refuse what is not there', async () => {
    expect((await read<Backlog>(southern, '/v1/figures/backlog')).total.count).toBe(1);
    const answer = await southern.get('/v1/figures/backlog?organisationId=east');
    expect(answer).toMatchObject({ status: 422, body: { code: 'REQUEST.REFERENCE_UNKNOWN' } });
    const clerk = await reader(api.app, 'lu.xinran');
    expect((await clerk.get('/v1/figures/flow')).status).toBe(403);
  });
});
