import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Static } from '@sinclair/typebox';
import { standing } from '../../../api/promises/standing';
import { standingOf } from '../../../domain/promises/figure';
import { Prisma } from '../../../platform/database';
import type { PromiseList } from '../../../api/promises/schema';
import { ENTITLEMENT, UNIT } from '../../unit/domain/support/commands';
import type { TestApi } from '../../support/api';
import { aCase, CLERK, DIRECTOR, engineerActor, LI_WEI, type CaseBuilder } from '../../support/cases';
import { companyApi, reader, type Reader } from '../../support/reading';

type List = Static<typeof PromiseList>;
interface Behind {
  readonly items: readonly {
    readonly number: string;
    readonly standing: string;
    readonly metAt: string | null;
  }[];
  readonly nextCursor: string | null;
}

/** Longer ago than any test looks but these: requests of March 2026, those of the North in April. */
const MARCH = 'from=2026-03-01T00:00:00Z&to=2026-04-01T00:00:00Z';
const UNIT_OF_2025 = { ...UNIT, entitlement: ENTITLEMENT };

describe('The published promises, measured (R37)', () => {
  let api: TestApi;
  let manager: Reader;
  let east: Reader;
  let north: Reader;
  const cases: Record<string, CaseBuilder> = {};

  beforeAll(async () => {
    api = await companyApi();
    const loginOf = async (organisationId: string, role: string): Promise<string> =>
      (await api.database.staff.findFirstOrThrow({ where: { organisationId, roles: { has: role } } })).login;
    manager = await reader(api.app, await loginOf('hq', 'hq-service-manager'));
    east = await reader(api.app, await loginOf('east', 'centre-director'));
    north = await reader(api.app, await loginOf('north', 'centre-director'));
    const inMarch = (day: number) =>
      aCase(api.database)
        .of('cus-0001')
        .receivedAt(`2026-03-${String(day).padStart(2, '0')}T01:00:00.000Z`);
    cases.done = inMarch(2)
      .answered()
      .classified()
      .dispatched()
      .arrived()
      .repaired()
      .reported()
      .surveyed()
      .revisited();
    cases.unanswered = inMarch(3).breached();
    cases.cancelled = inMarch(4).answered().classified().cancelled();
    cases.paused = inMarch(5).answered().classified().paused();
    cases.refund = inMarch(6).answered().classified('refund');
    cases.dissatisfied = inMarch(7)
      .answered()
      .classified()
      .give('resolveRemotely', { resolution: '已远程处理' }, CLERK)
      .surveyed(1, 1)
      .give(
        'completeFollowUp',
        { key: 'dissatisfied', note: '已回电', outcome: { redress: 'apology', satisfied: true } },
        CLERK,
      );
    cases.covered = inMarch(8).with({ unit: UNIT_OF_2025, receivedOn: '2026-03-08' }).answered().classified();
    cases.overruled = inMarch(9)
      .with({ unit: UNIT_OF_2025, receivedOn: '2026-03-09' })
      .answered()
      .classified()
      .give(
        'overruleEntitlement',
        { verdict: { labour: 0, parts: 0, travel: 0 }, reason: '人为损坏' },
        DIRECTOR,
      );
    cases.out = inMarch(10).with({ unit: UNIT_OF_2025, receivedOn: '2027-03-10' }).answered().classified();
    cases.future = aCase(api.database)
      .of('cus-0001')
      .receivedAt(new Date(Date.now() - 60_000).toISOString());
    cases.ofTheNorth = aCase(api.database)
      .of('cus-0001', 'north')
      .receivedAt('2026-04-02T01:00:00.000Z')
      .answered();
    for (const each of Object.values(cases)) await each.commit();
  }, 120_000);
  afterAll(() => api.close());

  const figures = async (by: Reader, query = MARCH) => {
    const { status, body } = await by.get<List>(`/v1/promises?${query}`);
    expect(status).toBe(200);
    return Object.fromEntries(
      body.items.map(({ key, kept, keptEnteredLate, breached, due, open, percent }) => [
        key,
        { kept, keptEnteredLate, breached, due, open, percent },
      ]),
    );
  };
  const behind = async (by: Reader, key: string, query = MARCH) => {
    const { body } = await by.get<Behind>(`/v1/promises/${key}/cases?${query}`);
    return body.items.map(({ number, standing: how }) => [number, how]);
  };

  it('are counted as kept, broken and open; what was cancelled counts for nothing', async () => {
    const all = await figures(manager);
    expect(all.answer).toEqual({ kept: 8, keptEnteredLate: 0, breached: 1, due: 9, open: 0, percent: 88.9 });
    expect(all.arrival).toEqual({ kept: 1, keptEnteredLate: 0, breached: 0, due: 1, open: 0, percent: 100 });
    // Long overdue: the unfinished cases, except the paused one. The cancelled one is not counted.
    expect(all['resolution-repair']).toEqual({
      kept: 2,
      keptEnteredLate: 0,
      breached: 3,
      due: 5,
      open: 1,
      percent: 40,
    });
    expect(all['resolution-refund']).toMatchObject({ kept: 0, breached: 1, percent: 0 });
    expect(all['resolution-exchange']).toEqual({
      kept: 0,
      keptEnteredLate: 0,
      breached: 0,
      due: 0,
      open: 0,
      percent: null,
    });
    expect(all.warranty).toMatchObject({ due: 0, open: 2, percent: null });
    expect(all.survey).toEqual({ kept: 2, keptEnteredLate: 0, breached: 0, due: 2, open: 0, percent: 100 });
    expect(all['revisit-a-b']).toMatchObject({ kept: 1, breached: 1, percent: 50 });
    expect(all['call-back']).toMatchObject({ kept: 1, breached: 0, percent: 100 });
  });

  it('are open until they are due', async () => {
    const from = new Date(Date.now() - 3_600_000).toISOString();
    expect((await figures(manager, `from=${from}`)).answer).toMatchObject({ due: 0, open: 1, percent: null });
  });

  it('have their cases behind them, by how they stand', async () => {
    expect(await behind(manager, 'answer', `${MARCH}&standing=breached`)).toEqual([
      [cases.unanswered?.number, 'breached'],
    ]);
    expect(await behind(manager, 'warranty')).toEqual([
      [cases.overruled?.number, 'open'],
      [cases.covered?.number, 'open'],
    ]);
    expect(await behind(manager, 'resolution-repair', `${MARCH}&standing=open`)).toEqual([
      [cases.paused?.number, 'open'],
    ]);
    const all = await behind(manager, 'resolution-repair');
    expect(all.map(([number]) => number)).not.toContain(cases.cancelled?.number);
    expect(all).toHaveLength(6);
  });

  it('in pages that neither shift nor repeat', async () => {
    const pages = await manager.all<{ number: string }>(`/v1/promises/answer/cases?${MARCH}&limit=2`);
    const numbers = pages.flat().map(({ number }) => number);
    expect(pages.map((page) => page.length)).toEqual([2, 2, 2, 2, 1]);
    expect(numbers).toEqual((await behind(manager, 'answer')).map(([number]) => number));
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('are an arrival in time though it was told late, when the breach had been recorded', async () => {
    const late = aCase(api.database)
      .of('cus-0001')
      .receivedAt('2026-05-04T01:00:00.000Z')
      .answered()
      .classified()
      .dispatched();
    await late.give('arrive', {}, engineerActor(LI_WEI)).commit();
    // The state after the ladder announced the breach and before the engineer's phone was back in reach.
    await api.database.processClock.update({
      where: { processId_name: { processId: late.number, name: 'arrival' } },
      data: { breachedAt: new Date('2026-05-04T04:30:00.000Z') },
    });
    const may = 'from=2026-05-01T00:00:00Z&to=2026-06-01T00:00:00Z';
    expect((await figures(manager, may)).arrival).toMatchObject({ kept: 1, breached: 0 });
  });

  it('are a call-back in time that was entered once it was due, counted apart', async () => {
    const late = aCase(api.database)
      .of('cus-0001')
      .receivedAt('2026-06-01T01:00:00.000Z')
      .answered()
      .classified()
      .give('resolveRemotely', { resolution: '已远程处理' }, CLERK)
      .surveyed(1, 1);
    await late.commit();
    const done = {
      key: 'dissatisfied',
      note: '已回电',
      outcome: { redress: 'apology', satisfied: true },
    } as const;
    await late
      .receivedAt('2026-06-03T01:00:00.000Z')
      .give('completeFollowUp', done, CLERK, '2026-06-01T03:00:00.000Z')
      .commit();
    const june = 'from=2026-06-01T00:00:00Z&to=2026-07-01T00:00:00Z';
    expect((await figures(manager, june))['call-back']).toMatchObject({ kept: 0, keptEnteredLate: 1 });
    expect(await behind(manager, 'call-back', june)).toEqual([[late.number, 'kept-entered-late']]);
  });

  it('are told to a centre of its own region alone', async () => {
    const period = 'from=2026-04-01T00:00:00Z&to=2026-05-01T00:00:00Z';
    expect((await figures(north, period)).answer).toMatchObject({ kept: 1 });
    expect((await figures(east, period)).answer).toMatchObject({ due: 0, percent: null });
    expect(await behind(north, 'answer', period)).toEqual([[cases.ofTheNorth?.number, 'kept']]);
    expect(await behind(east, 'answer', period)).toEqual([]);
    expect(await behind(north, 'answer')).toEqual([]);
  });

  it('are nobody’s to read whose role reads no reports', async () => {
    const clerk = await reader(api.app, 'lu.xinran');
    expect((await clerk.get('/v1/promises')).status).toBe(403);
  });

  it.each([
    ['a promise that is none', '/v1/promises/moon/cases', '404 RESOURCE.NOT_FOUND '],
    [
      'a period that ends before it begins',
      '/v1/promises?from=2026-04-01T00:00:00Z&to=2026-03-01T00:00:00Z',
      '400 REQUEST.INVALID to',
    ],
    ['no instant', '/v1/promises?from=yesterday', '400 REQUEST.INVALID from'],
    [
      'a year that clocks do not know',
      '/v1/promises/answer/cases?to=9999-01-01T00:00:00Z',
      '400 REQUEST.INVALID to',
    ],
    ['an unknown filter', '/v1/promises?region=east', '400 REQUEST.INVALID region'],
    ['a standing that is none', '/v1/promises/answer/cases?standing=dropped', '400 REQUEST.INVALID standing'],
    ['a cursor of another list', '/v1/promises/answer/cases?cursor=abc', '400 REQUEST.INVALID cursor'],
  ])('refuse %s', async (_name, url, expected) => {
    const { status, body } = await manager.get(url);
    expect(`${status} ${body.code} ${body.errors[0]?.field ?? ''}`).toBe(expected);
  });

  it('stand in SQL as in the rules', async () => {
    const now = new Date('2026-11-01T12:00:00.000Z');
    const hours = [null, 11, 12, 13].map((hour) =>
      hour === null ? null : new Date(Date.UTC(2026, 10, 1, hour)),
    );
    const all = hours.flatMap((dueAt) =>
      hours.flatMap((metAt) =>
        hours.flatMap((stoppedAt) =>
          [false, true].flatMap((isBroken) =>
            [null, now].map((enteredLateAt) => ({ dueAt, metAt, stoppedAt, isBroken, enteredLateAt })),
          ),
        ),
      ),
    );
    const rows = all.map(
      ({ dueAt, metAt, stoppedAt, isBroken, enteredLateAt }, index) =>
        Prisma.sql`(${index}::int, ${dueAt}::timestamptz, ${metAt}::timestamptz, ${stoppedAt}::timestamptz, ${isBroken}::boolean, ${enteredLateAt}::timestamptz)`,
    );
    const standings = await api.database.$queryRaw<{ standing: string }[]>`
      SELECT ${standing(now)} AS standing FROM (VALUES ${Prisma.join(rows)}) AS e (n, due_at, met_at, stopped_at, is_broken, entered_late_at) ORDER BY e.n`;
    expect(standings.map((row) => row.standing)).toEqual(all.map((instants) => standingOf(instants, now)));
  });
});
