import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ApprovalRuleView } from '../../../api/approvals/rule-schema';
import type { TestApi } from '../../support/api';
import { companyApi, reader, type Problem, type Reader } from '../../support/reading';

const RULE = {
  code: 'exchange-over-1000',
  kind: 'quote',
  requestType: 'exchange',
  over: { amountCents: 100_000, currency: 'CNY' },
  role: 'centre-director',
  tier: 'centre',
  nameEn: 'Exchanges over CNY 1,000',
  nameZh: '换货金额超过 1000 元',
  effectiveFrom: '2027-01-01T00:00:00+08:00',
};

describe('the register of approval rules (R9)', () => {
  let api: TestApi;
  let manager: Reader;
  let director: Reader;

  beforeAll(async () => {
    api = await companyApi();
    manager = await reader(api.app, 'zhou.huaijin');
    director = await reader(api.app, 'gu.chengan');
  });
  afterAll(() => api.close());

  const post = <T = Problem>(by: Reader, changes: object = {}) =>
    by.send<T>('POST', '/v1/approval-rules', {}, { ...RULE, ...changes });
  const list = async () =>
    (await director.get<{ items: ApprovalRuleView[] }>('/v1/approval-rules')).body.items;

  it('holds the rules of the company, which everybody reads and the HQ service manager adds to', async () => {
    const items = await list();
    expect(items.map(({ code }) => code)).toContain('quote-over-5000');
    expect(items).toHaveLength(await api.database.approvalRule.count());
    expect(await post(director)).toMatchObject({ status: 403, body: { code: 'AUTH.FORBIDDEN' } });
  });

  it('takes a rule once: sent again it changes nothing, and otherwise it is another', async () => {
    const added = await post<ApprovalRuleView>(manager);
    expect(added).toMatchObject({
      status: 201,
      body: { ...RULE, organisationId: null, active: true, effectiveFrom: '2026-12-31T16:00:00.000Z' },
    });
    expect(await post(manager)).toMatchObject({ status: 200, body: added.body });
    expect(await post(manager, { tier: 'hq', role: 'hq-service-manager' })).toMatchObject({
      status: 409,
      body: { code: 'APPROVAL_RULE.EXISTS', errors: [{ field: 'code' }] },
    });
  });

  it('is written once by many at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) => post(manager, { code: 'at-once', nameEn: `x${n % 2}` })),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.every((status) => [200, 201, 409].includes(status))).toBe(true);
    expect((await list()).filter(({ code }) => code === 'at-once')).toHaveLength(1);
  });

  it('keeps the versions of a rule, one of which may end it', async () => {
    const ends = { active: false, effectiveFrom: '2028-01-01T00:00:00+08:00' };
    expect((await post(manager, ends)).status).toBe(201);
    expect((await list()).filter(({ code }) => code === RULE.code)).toMatchObject([
      { active: false },
      { active: true },
    ]);
  });

  it.each<[string, object, string]>([
    ['no such kind', { kind: 'holiday' }, '400 REQUEST.INVALID kind'],
    ['an amount without a currency', { over: { amountCents: 1 } }, '400 REQUEST.INVALID over.currency'],
    [
      'an amount in fractions',
      { over: { amountCents: 0.5, currency: 'CNY' } },
      '400 REQUEST.INVALID over.amountCents',
    ],
    ['an unknown field', { until: 1 }, '400 REQUEST.INVALID until'],
    ['no instant', { effectiveFrom: 'soon' }, '400 REQUEST.INVALID effectiveFrom'],
    [
      'a margin of a plan',
      { code: 'm', kind: 'repair-plan', marginUnderBasisPoints: 100 },
      '422 APPROVAL_RULE.INVALID marginUnderBasisPoints',
    ],
    [
      'a role that nobody has at that tier',
      { code: 'r', role: 'repair-engineer', tier: 'hq' },
      '422 APPROVAL_RULE.INVALID role',
    ],
    [
      'an organisation that there is not',
      { code: 'o', organisationId: 'mars' },
      '422 REQUEST.REFERENCE_UNKNOWN organisationId',
    ],
    [
      'a product that there is not',
      { code: 'p', productCode: 'SC-0' },
      '422 REQUEST.REFERENCE_UNKNOWN productCode',
    ],
    [
      'a family that there is not',
      { code: 'p', productFamily: 'steam' },
      '422 REQUEST.REFERENCE_UNKNOWN productFamily',
    ],
    [
      'a product and a family',
      { code: 'p', productCode: 'SC-75F', productFamily: 'oil-injected-screw' },
      '422 APPROVAL_RULE.INVALID productFamily',
    ],
    [
      'the company said as an organisation',
      { code: 'o', organisationId: 'hq' },
      '422 REQUEST.REFERENCE_UNKNOWN organisationId',
    ],
    [
      'a time for which no policy gives such an approval a clock',
      { code: 'early', effectiveFrom: '2019-01-01T00:00:00Z' },
      '422 APPROVAL_RULE.NO_POLICY requestType',
    ],
  ])('refuses %s, naming the field', async (_name, changes, expected) => {
    const { status, body } = await post(manager, changes);
    expect(`${status} ${body.code} ${body.errors[0]?.field ?? ''}`).toBe(expected);
    expect(body.detail).toMatch(/\S/);
  });

  it('says what would do where an approval would have no clock, in both languages', async () => {
    const early = { code: 'early', effectiveFrom: '2019-01-01T00:00:00Z' };
    const zh = await manager.send(
      'POST',
      '/v1/approval-rules',
      { 'accept-language': 'zh' },
      { ...RULE, ...early },
    );
    const en = await manager.send(
      'POST',
      '/v1/approval-rules',
      { 'accept-language': 'en' },
      { ...RULE, ...early },
    );
    expect(zh.body.detail).toContain('请先为时限“approval”新增规则');
    expect(en.body.detail).toContain('Add a policy for the clock "approval" first');
    expect(en.body.detail).toContain('requestType: exchange');
  });
});
