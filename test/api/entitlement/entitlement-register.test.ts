import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseDetail } from '../../../api/cases/detail-schema';
import type { EntitlementRuleView } from '../../../api/entitlement/rule-schema';
import type { ProductView } from '../../../api/units/product-schema';
import type { UnitView } from '../../../api/units/schema';
import type { Answer, Problem, Reader } from '../../support/reading';
import { ANSWER, CLASSIFY, dispatchTo, done, LANTING, registered } from '../../support/requests';
import { startSystem, type TestSystem } from '../../support/system';

const TODAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
const dayAfter = (days: number): string =>
  new Date(Date.parse(`${TODAY}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
const TERM = { percent: 100, months: 24 };
const TERMS = { soldFrom: dayAfter(30), from: 'installation', labour: TERM, parts: TERM, travel: TERM };
const HOSES = {
  kind: 'wear-part',
  value: 'SP-63*',
  nameEn: 'Oil hoses',
  nameZh: '油管',
  effectiveFrom: TODAY,
};
/** Dates of a unit that is in warranty in every respect. */
const YOUNG = {
  unitSerial: 'SC75F-2604-0661',
  sender: { kind: 'customer', name: 'Grace Shen', phone: '+8613762834568' },
} as const;

const said = ({ status, body }: Answer<Problem>): string =>
  `${status} ${body.code} ${body.errors[0]?.field ?? ''}`;

describe('What is promised with products, and what no warranty pays for (R6)', () => {
  let system: TestSystem;
  let manager: Reader;
  let clerk: Reader;
  beforeAll(async () => {
    system = await startSystem();
    [manager, clerk] = [await system.as('zhou.huaijin'), await system.as('lu.xinran')];
  });
  afterAll(() => system.close());

  const product = async (code: string): Promise<ProductView> => {
    const { body } = await clerk.get<{ items: ProductView[] }>('/v1/products');
    const found = body.items.find((one) => one.code === code);
    if (!found) throw new Error(`${code} is not there`);
    return found;
  };
  const rule = async (id: string): Promise<EntitlementRuleView | undefined> =>
    (await clerk.get<{ items: EntitlementRuleView[] }>('/v1/entitlement-rules')).body.items.find(
      (one) => one.id === id,
    );
  const promise = <T = Problem>(code: string, terms: object, version: number, by = manager) =>
    by.send<T>('POST', `/v1/products/${code}/warranty-terms`, { 'if-match': `"${version}"` }, terms);
  const add = <T = Problem>(one: object, by = manager) =>
    by.send<T>('POST', '/v1/entitlement-rules', {}, one);
  const change = <T = Problem>(id: string, patch: object, version: number, by = manager) =>
    by.send<T>('PATCH', `/v1/entitlement-rules/${id}`, { 'if-match': `"${version}"` }, patch);
  const entitlementOf = async (number: string) =>
    (await clerk.get<CaseDetail>(`/v1/cases/${number}`)).body.entitlement;

  describe('warranty terms', () => {
    it('are entered with who and when, once, for units that are sold from a day on', async () => {
      const before = await product('RD-130');
      expect(before).toMatchObject({
        version: 1,
        terms: [{ soldFrom: null, from: 'sale', createdBy: null }],
      });

      const first = await promise<ProductView>('RD-130', TERMS, 1);

      expect([first.status, first.headers['etag']]).toEqual([201, '"2"']);
      const after = await product('RD-130');
      expect(after).toEqual(first.body);
      expect(after.terms).toMatchObject([{ ...TERMS, createdBy: 'stf-001' }, before.terms[0]]);
      expect(Date.parse(after.terms[0]?.createdAt ?? '')).toBeLessThanOrEqual(Date.now());
      expect(await promise('RD-130', TERMS, 1)).toMatchObject({ status: 200, body: after });
      const other = { ...TERMS, labour: { percent: 50, months: 24 } };
      expect(said(await promise('RD-130', other, 2))).toBe('409 WARRANTY_TERMS.EXISTS soldFrom');
    });

    it('of two who have read the same, the second is told', async () => {
      const answers = await Promise.all(
        [40, 50].map((days) => promise('AD-200', { ...TERMS, soldFrom: dayAfter(days) }, 1)),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 412]);
      expect(answers.find(({ status }) => status === 412)?.body.code).toBe('RESOURCE.STALE');
      expect((await product('AD-200')).terms).toHaveLength(2);
    });

    it('decide on what is judged from then on; a case that has its verdict keeps it, also when it is diagnosed', async () => {
      const { caseNumber: old } = await registered(clerk, { unitSerial: LANTING.unitSerial });
      const sold = { ...TERMS, soldFrom: '2021-01-01', labour: { percent: 100, months: 120 } };
      expect(said(await promise('SC-75F', sold, 1))).toBe('422 ENTITLEMENT.RETROACTIVE soldFrom');
      expect((await promise('SC-75F', { ...sold, retroactive: true }, 1)).status).toBe(201);

      const { caseNumber: young, unit } = await registered(clerk, { unitSerial: LANTING.unitSerial });
      expect(unit?.warranty).toBe('in-warranty');
      expect(await entitlementOf(young)).toMatchObject({
        judged: {
          labour: { percent: 100, reason: 'warranty', until: '2031-04-19' },
          parts: { reason: 'expired' },
        },
      });
      await diagnosed(old, 'stf-027', 'li.wei');
      expect(await entitlementOf(old)).toMatchObject({
        judged: { labour: { percent: 0, reason: 'expired' } },
      });
      // Sold before: what was promised then.
      const earlier = await system.database.unit.findFirstOrThrow({
        where: { productCode: 'SC-75F', soldOn: { lt: new Date('2021-01-01') } },
      });
      const { product: its } = (await manager.get<UnitView>(`/v1/units/${earlier.id}`)).body;
      expect(its.labour).toEqual({ percent: 100, months: 24 });
    });

    it.each([
      ['percent without months', { labour: { percent: 100, months: 0 } }, '422 ENTITLEMENT.INVALID labour'],
      ['months without percent', { travel: { percent: 0, months: 12 } }, '422 ENTITLEMENT.INVALID travel'],
      ['more than all', { parts: { percent: 101, months: 12 } }, '400 REQUEST.INVALID parts.percent'],
      ['a day that no calendar has', { soldFrom: '2027-02-29' }, '400 REQUEST.INVALID soldFrom'],
      ['a start that nobody knows', { from: 'delivery' }, '400 REQUEST.INVALID from'],
    ])('are refused with %s', async (_name, wrong, expected) => {
      expect(said(await promise('SO-90', { ...TERMS, ...wrong }, 1))).toBe(expected);
      expect((await product('SO-90')).version).toBe(1);
    });

    it('are refused with the reason in the language of whoever reads it', async () => {
      const wrong = { ...TERMS, labour: { percent: 100, months: 0 } };
      const read = async (language: string) => {
        const headers = { 'if-match': '"1"', 'accept-language': language };
        return (await manager.send('POST', '/v1/products/SO-90/warranty-terms', headers, wrong)).body.detail;
      };
      expect(await read('en')).toBe('labour: percent and months must both be 0, or both be greater than 0');
      expect(await read('zh')).toBe('labour：比例与月数须同时为 0 或同时不为 0');
    });

    it('are refused for a product that nobody knows, without the version that was read, and to others than headquarters', async () => {
      expect(said(await promise('SC-1', TERMS, 1))).toMatch(/^404 RESOURCE.NOT_FOUND/);
      const bare = await manager.send('POST', '/v1/products/SO-90/warranty-terms', {}, TERMS);
      expect(said(bare)).toBe('428 PRECONDITION.REQUIRED If-Match');
      expect(said(await promise('SO-90', TERMS, 1, await system.as('gu.chengan')))).toMatch(
        /^403 AUTH.FORBIDDEN/,
      );
    });
  });

  async function diagnosed(number: string, engineerId: string, login: string): Promise<void> {
    await done(clerk, number, ANSWER, CLASSIFY, dispatchTo(engineerId));
    const finding = {
      faultCode: 'high-temperature',
      causeCode: 'wear-out',
      finding: '滤芯堵塞',
      plan: '更换滤芯',
    };
    await done(
      await system.as(login),
      number,
      { type: 'arrive', data: {} },
      { type: 'diagnose', data: finding },
    );
  }

  describe('rules', () => {
    it('are entered once, ended by the version that was read, and tell who made them what they are', async () => {
      const first = await add<EntitlementRuleView>({ id: 'wear-hoses', ...HOSES });
      expect([first.status, first.headers['etag']]).toEqual([201, '"1"']);
      expect((await add({ id: 'wear-hoses', ...HOSES })).status).toBe(200);
      expect(said(await add({ id: 'wear-hoses', ...HOSES, nameZh: '软管' }))).toBe(
        '409 ENTITLEMENT_RULE.EXISTS id',
      );
      expect(said(await add({ id: 'wear-hoses-2', ...HOSES }))).toBe('409 ENTITLEMENT_RULE.OVERLAPS value');

      const end = { effectiveTo: dayAfter(60) };
      expect((await change('wear-hoses', end, 1)).status).toBe(200);
      expect(said(await change('wear-hoses', { nameEn: 'Hoses' }, 1))).toBe('412 RESOURCE.STALE If-Match');
      const lin = await system.as('lin.shuhe');
      expect((await change('wear-hoses', { nameEn: 'Hoses' }, 2, lin)).status).toBe(200);

      expect(await rule('wear-hoses')).toMatchObject({
        ...HOSES,
        ...end,
        nameEn: 'Hoses',
        version: 3,
        changes: [
          { version: 1, nameEn: 'Oil hoses', effectiveTo: null, by: 'stf-001' },
          { version: 2, nameEn: 'Oil hoses', ...end, by: 'stf-001' },
          { version: 3, nameEn: 'Hoses', ...end, by: 'stf-002' },
        ],
      });
      const next = { ...HOSES, effectiveFrom: dayAfter(61) };
      expect((await add({ id: 'wear-hoses-2', ...next })).status).toBe(201);
      expect(said(await change('wear-hoses', { effectiveTo: null }, 3))).toBe(
        '409 ENTITLEMENT_RULE.OVERLAPS value',
      );
    });

    it('hold for what is judged from then on, and not for cases that have their verdict', async () => {
      const { caseNumber: old } = await registered(clerk, YOUNG);
      const wear = {
        kind: 'excluded-cause',
        value: 'wear',
        nameEn: 'Wear',
        nameZh: '正常磨损',
        effectiveFrom: TODAY,
      };
      expect((await add({ id: 'cause-wear', ...wear })).status).toBe(201);
      const { caseNumber: young } = await registered(clerk, YOUNG);
      await diagnosed(old, 'stf-028', 'xu.zhengyang');
      await diagnosed(young, 'stf-029', 'qian.junfeng');
      expect(await entitlementOf(old)).toMatchObject({
        judged: { labour: { percent: 100, reason: 'warranty' } },
      });
      expect(await entitlementOf(young)).toMatchObject({
        judged: { labour: { percent: 0, reason: 'excluded-cause', source: 'wear' } },
      });
    });

    it.each([
      [
        'a cause that is none',
        { kind: 'excluded-cause', value: 'bad-luck' },
        '422 REQUEST.REFERENCE_UNKNOWN value',
      ],
      ['a part number that can be none', { value: '*' }, '422 ENTITLEMENT.INVALID value'],
      ['an end before its beginning', { effectiveTo: dayAfter(-1) }, '422 ENTITLEMENT.INVALID effectiveTo'],
      [
        'a beginning in the past',
        { effectiveFrom: dayAfter(-1) },
        '422 ENTITLEMENT.RETROACTIVE effectiveFrom',
      ],
      ['no Chinese name', { nameZh: '' }, '400 REQUEST.INVALID nameZh'],
    ])('are refused with %s', async (_name, wrong, expected) => {
      expect(said(await add({ id: 'wrong-rule', ...HOSES, value: 'SP-99*', ...wrong }))).toBe(expected);
      expect(await rule('wrong-rule')).toBeUndefined();
    });

    it('of the past are rewritten only where that is said to be meant', async () => {
      const ended = { effectiveTo: dayAfter(-10) };
      expect(said(await change('wear-belts', ended, 1))).toBe('422 ENTITLEMENT.RETROACTIVE effectiveTo');
      expect((await change('wear-belts', { ...ended, retroactive: true }, 1)).status).toBe(200);
      // Yesterday was the last day: nothing that is past changes.
      expect((await change('wear-oils', { effectiveTo: dayAfter(-1) }, 1)).status).toBe(200);
      expect(said(await change('wear-filters', { effectiveTo: null }, 1))).toMatch(/^404 RESOURCE.NOT_FOUND/);
      expect(said(await change('wear-oils', { nameEn: 'Oil' }, 2, clerk))).toMatch(/^403 AUTH.FORBIDDEN/);
    });
  });
});
