import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestApi } from '../../support/api';
import { DIRECTOR, LI_WEI, type CaseBuilder } from '../../support/cases';
import { companyApi, reader, type Page, type Reader } from '../../support/reading';
import { daysAgo, QIAN, repairs } from './repairs';

interface Figure {
  readonly key: string;
  readonly basisPoints: number | null;
  readonly numerator: number;
  readonly denominator: number;
  readonly provisional: number;
}
interface Behind {
  readonly number: string;
  readonly standing: string;
  readonly engineer: { readonly id: string; readonly name: string };
  readonly visits: number;
  readonly productCode: string | null;
  readonly repeatOf: string | null;
  readonly repeatedBy: string | null;
}

const MARCH = 'from=2026-03-01T00:00:00Z&to=2026-04-01T00:00:00Z';
const APRIL = 'from=2026-04-01T00:00:00Z&to=2026-05-01T00:00:00Z';

describe('First-time fix and repeat repairs (R14)', () => {
  let api: TestApi;
  let manager: Reader;
  let east: Reader;
  let north: Reader;
  const cases: Record<string, CaseBuilder> = {};
  const numberOf = (name: string): string => cases[name]?.number ?? '';

  beforeAll(async () => {
    api = await companyApi();
    const loginOf = async (organisationId: string, role: string): Promise<string> =>
      (await api.database.staff.findFirstOrThrow({ where: { organisationId, roles: { has: role } } })).login;
    manager = await reader(api.app, await loginOf('hq', 'hq-service-manager'));
    east = await reader(api.app, await loginOf('east', 'centre-director'));
    north = await reader(api.app, await loginOf('north', 'centre-director'));

    Object.assign(cases, repairs(api.database));
    for (const each of Object.values(cases)) await each.commit();
  }, 180_000);
  afterAll(() => api.close());

  const figures = async (by: Reader, query = MARCH) => {
    const { status, body } = await by.get<{ items: Figure[] }>(`/v1/repair-quality?${query}`);
    expect(status).toBe(200);
    return Object.fromEntries(
      body.items.map(({ key, basisPoints, numerator, denominator, provisional }) => [
        key,
        { basisPoints, numerator, denominator, provisional },
      ]),
    );
  };
  const behind = async (by: Reader, key: string, query = MARCH) => {
    const { status, body } = await by.get<Page<Behind>>(`/v1/repair-quality/${key}/cases?${query}`);
    expect(status).toBe(200);
    return body.items;
  };
  const numbers = async (by: Reader, key: string, query: string) =>
    (await behind(by, key, query)).map(({ number }) => number);

  it('are measured of the repairs that were verified; the repeat is left out of the first, and counts against the earlier one', async () => {
    expect(await figures(manager)).toEqual({
      'first-time-fix': { basisPoints: 7_143, numerator: 5, denominator: 7, provisional: 0 },
      'repeat-repair': { basisPoints: 1_250, numerator: 1, denominator: 8, provisional: 0 },
    });
  });

  it('have the repairs behind them', async () => {
    expect(await numbers(manager, 'first-time-fix', `${MARCH}&standing=yes`)).toEqual(
      ['unrelated', 'alike', 'undiagnosed', 'retested', 'lasted'].map(numberOf),
    );
    expect(await numbers(manager, 'first-time-fix', `${MARCH}&standing=no`)).toEqual(
      ['repeated', 'twoVisits'].map(numberOf),
    );
    expect(await behind(manager, 'repeat-repair', `${MARCH}&standing=yes`)).toEqual([
      expect.objectContaining({
        number: numberOf('repeated'),
        engineer: { id: LI_WEI.id, name: LI_WEI.name },
        productCode: 'SC-75F',
        visits: 1,
        repeatOf: null,
        repeatedBy: numberOf('repeat'),
      }),
    ]);
    const all = await behind(manager, 'repeat-repair');
    expect(all).toHaveLength(8);
    expect(all.find(({ number }) => number === numberOf('repeat'))).toMatchObject({
      standing: 'no',
      repeatOf: numberOf('repeated'),
    });
  });

  it('leave out a trip on which the customer was away, and follow a supervisor who finds another fault to be a repeat', async () => {
    const inMay = 'from=2026-05-01T00:00:00Z&to=2026-06-01T00:00:00Z';
    expect(await numbers(manager, 'first-time-fix', `${inMay}&standing=yes`)).toEqual([
      numberOf('customerAway'),
    ]);
    expect(await numbers(manager, 'first-time-fix', `${inMay}&standing=no`)).toEqual([
      numberOf('causesAnother'),
    ]);
    expect(await behind(manager, 'repeat-repair', `${inMay}&standing=yes`)).toMatchObject([
      { number: numberOf('causesAnother'), repeatedBy: numberOf('another') },
    ]);
  });

  it('follow a supervisor who judges another fault once its case is closed', async () => {
    const inJune = 'from=2026-06-01T00:00:00Z&to=2026-07-01T00:00:00Z';
    expect((await figures(manager, inJune))['first-time-fix']).toMatchObject({
      numerator: 2,
      denominator: 2,
    });
    const task = async () =>
      (await east.get<Page<object>>(`/v1/tasks?caseNumber=${numberOf('judgedLater')}&kind=repeat-repair`))
        .body.items;
    expect(await task()).toHaveLength(1);
    await cases.judgedLater
      ?.give('attributeRepeat', { attribution: 'misdiagnosis', note: '阀早已卡滞' }, DIRECTOR)
      .commit();
    // The repeat is no repair of its own.
    expect(await numbers(manager, 'first-time-fix', `${inJune}&standing=no`)).toEqual([numberOf('fadesOut')]);
    expect(await task()).toEqual([]);
  });

  it('by engineer, organisation, product and fault', async () => {
    expect(await figures(manager, `${MARCH}&engineerId=${LI_WEI.id}`)).toMatchObject({
      'first-time-fix': { basisPoints: 6_000, numerator: 3, denominator: 5 },
      'repeat-repair': { basisPoints: 2_000, numerator: 1, denominator: 5 },
    });
    const ofQian = {
      'first-time-fix': { basisPoints: 10_000, numerator: 2, denominator: 2 },
      'repeat-repair': { basisPoints: 0, numerator: 0, denominator: 3 },
    };
    expect(await figures(manager, `${MARCH}&engineerId=${QIAN.id}`)).toMatchObject(ofQian);
    expect(await figures(manager, `${MARCH}&organisationId=suzhou`)).toMatchObject(ofQian);
    expect(await figures(manager, `${MARCH}&organisationId=hq`)).toEqual(await figures(manager));
    expect(await figures(manager, `${MARCH}&organisationId=east`)).toEqual(await figures(manager));
    expect(await figures(manager, `${MARCH}&faultCode=oil-leak`)).toMatchObject({
      'first-time-fix': { numerator: 2, denominator: 3 },
      'repeat-repair': { numerator: 1, denominator: 4 },
    });
    expect((await figures(manager, `${MARCH}&productCode=RD-130`))['repeat-repair']).toEqual({
      basisPoints: null,
      numerator: 0,
      denominator: 0,
      provisional: 0,
    });
  });

  it('are provisional while the days of the product’s policy run', async () => {
    const query = `from=${daysAgo(71)}`;
    expect(await figures(manager, query)).toEqual({
      'first-time-fix': { basisPoints: 10_000, numerator: 2, denominator: 2, provisional: 1 },
      'repeat-repair': { basisPoints: 0, numerator: 0, denominator: 2, provisional: 1 },
    });
    expect(await numbers(manager, 'first-time-fix', `${query}&standing=provisional`)).toEqual([
      numberOf('compressor'),
    ]);
    expect(await numbers(manager, 'repeat-repair', `${query}&standing=no`)).toEqual([numberOf('dryer')]);
  });

  it('in pages that neither shift nor repeat', async () => {
    const pages = await manager.all<Behind>(`/v1/repair-quality/repeat-repair/cases?${MARCH}&limit=3`);
    expect(pages.map((page) => page.length)).toEqual([3, 3, 2]);
    expect(pages.flat()).toEqual(await behind(manager, 'repeat-repair'));
  });

  it('are told to a centre of its own region alone; that a repair was repeated elsewhere it learns, not by which case', async () => {
    const repeatedElsewhere = { basisPoints: 10_000, numerator: 1, denominator: 1, provisional: 0 };
    expect((await figures(north, APRIL))['repeat-repair']).toEqual(repeatedElsewhere);
    expect((await figures(north))['repeat-repair']).toMatchObject({ denominator: 0 });
    expect((await figures(east, APRIL))['repeat-repair']).toMatchObject({ denominator: 0 });
    const [ofNorth] = await behind(north, 'first-time-fix', APRIL);
    expect(ofNorth).toMatchObject({ number: numberOf('northern'), standing: 'no', repeatedBy: null });
    const [ofAll] = await behind(manager, 'first-time-fix', APRIL);
    expect(ofAll).toMatchObject({ number: numberOf('northern'), repeatedBy: numberOf('fromTheEast') });
    expect(await behind(east, 'first-time-fix', APRIL)).toEqual([]);
  });

  it('are nobody’s to read whose role reads no reports', async () => {
    const engineer = await reader(api.app, 'li.wei');
    for (const url of ['/v1/repair-quality', '/v1/repair-quality/first-time-fix/cases']) {
      const { status, body } = await engineer.get(url);
      expect(`${status} ${body.code}`).toBe('403 AUTH.FORBIDDEN');
    }
  });

  it.each([
    ['a figure that is none', '/moon/cases', '404 RESOURCE.NOT_FOUND '],
    [
      'a period that ends before it begins',
      '?from=2026-04-01T00:00:00Z&to=2026-03-01T00:00:00Z',
      '400 REQUEST.INVALID to',
    ],
    ['no instant', '/first-time-fix/cases?from=yesterday', '400 REQUEST.INVALID from'],
    ['an unknown filter', '?region=east', '400 REQUEST.INVALID region'],
    ['a standing that is none', '/first-time-fix/cases?standing=kept', '400 REQUEST.INVALID standing'],
    ['a cursor of another list', '/first-time-fix/cases?cursor=abc', '400 REQUEST.INVALID cursor'],
    ['an engineer who is none', '?engineerId=stf-999', '422 REQUEST.REFERENCE_UNKNOWN engineerId'],
    ['an organisation that is none', '?organisationId=moon', '422 REQUEST.REFERENCE_UNKNOWN organisationId'],
    [
      'a product that is none',
      '/repeat-repair/cases?productCode=X',
      '422 REQUEST.REFERENCE_UNKNOWN productCode',
    ],
    ['a fault that is none', '?faultCode=moon', '422 REQUEST.REFERENCE_UNKNOWN faultCode'],
  ])('refuse %s', async (_name, rest, expected) => {
    const { status, body } = await manager.get(`/v1/repair-quality${rest}`);
    expect(`${status} ${body.code} ${body.errors[0]?.field ?? ''}`).toBe(expected);
  });
});
