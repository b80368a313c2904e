import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestApi } from '../../support/api';
import { companyApi, reader, type Reader } from '../../support/reading';
import { newKey } from '../../support/system';

interface Entered {
  readonly enteredAt: string | null;
  readonly enteredBy: string | null;
}

describe('each register tells who entered a version, and when (ADR 74)', () => {
  let api: TestApi;
  let manager: Reader;

  beforeAll(async () => {
    api = await companyApi();
    manager = await reader(api.app, 'zhou.huaijin');
  });
  afterAll(() => api.close());

  const id = newKey();
  const policy = {
    id,
    clock: 'answer',
    effectiveFrom: '2028-01-01T00:00:00+08:00',
    targetSeconds: 3_600,
    calendar: '24x7',
    warnAt: [0.5],
    escalate: [{ afterSeconds: 1_800, to: 'centre-director' }],
    pausable: false,
  };
  const listed = async <T extends object>(url: string): Promise<readonly (T & Entered)[]> =>
    (await manager.get<{ items: (T & Entered)[] }>(url)).body.items;
  const isNow = (at: string | null): boolean => Math.abs(Date.now() - Date.parse(at ?? '')) < 3_600_000;

  it('of a policy and of a calendar; the same sent again by another keeps the first author', async () => {
    await manager.send('POST', '/v1/policies', {}, policy);
    const again = await manager.send<Entered>('POST', '/v1/policies', {}, policy);
    expect(again).toMatchObject({ status: 200, body: { enteredBy: 'stf-001' } });
    expect(isNow(again.body.enteredAt)).toBe(true);
    const policies = await listed<{ id: string }>('/v1/policies');
    expect(policies.find((one) => one.id === 'resolution')).toMatchObject({
      enteredAt: null,
      enteredBy: null,
    });
    const version = {
      effectiveFrom: '2028-01-01T00:00:00+08:00',
      nameEn: 'Office',
      nameZh: '办公',
      definition: { timeZone: 'Asia/Shanghai', hours: { mon: [['09:00', '18:00']] }, holidays: [] },
    };
    const added = await manager.send<Entered>('POST', '/v1/calendars/cn-office/versions', {}, version);
    expect(added).toMatchObject({ status: 201, body: { enteredBy: 'stf-001' } });
  });

  it('of an approval rule', async () => {
    const rule = {
      code: newKey(),
      kind: 'quote',
      over: { amountCents: 900_000, currency: 'CNY' },
      role: 'centre-director',
      tier: 'centre',
      nameEn: 'Over 9000',
      nameZh: '超过 9000',
      effectiveFrom: '2028-01-01T00:00:00+08:00',
    };
    const added = await manager.send<Entered>('POST', '/v1/approval-rules', {}, rule);
    expect(added).toMatchObject({ status: 201, body: { enteredBy: 'stf-001' } });
    expect(isNow(added.body.enteredAt)).toBe(true);
    expect(await manager.send('POST', '/v1/approval-rules', {}, rule)).toMatchObject({
      status: 200,
      body: added.body,
    });
    const rules = await listed<{ code: string }>('/v1/approval-rules');
    expect(rules.filter(({ code }) => code !== rule.code).map(({ enteredBy }) => enteredBy)).not.toContain(
      'stf-001',
    );
  });

  it('and no longer, once an import has changed it in place', async () => {
    await api.database.clockPolicy.update({ where: { id }, data: { targetSeconds: 7_200 } });
    const [changed] = (await listed<{ id: string }>('/v1/policies')).filter((one) => one.id === id);
    expect(changed).toMatchObject({ targetSeconds: 7_200, enteredAt: null, enteredBy: null });
  });

  it('a refusal of a policy is in the language of the reader', async () => {
    const wrong = { ...policy, id: newKey(), warnAt: [0.9, 0.5] };
    const answer = await manager.send('POST', '/v1/policies', { 'accept-language': 'zh' }, wrong);
    expect(answer).toMatchObject({ status: 422, body: { code: 'POLICY.INVALID' } });
    expect(answer.body.errors[0]?.field).toBe('warnAt.1');
    expect(answer.body.errors[0]?.reason).toContain('须从小到大');
  });
});
