import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem, Reader } from '../../support/reading';
import { aRequest, send } from '../../support/requests';
import { newKey, startSystem, type TestSystem } from '../../support/system';

describe('R1: what is accepted is registered once', () => {
  let system: TestSystem;
  let clerk: Reader;

  beforeAll(async () => {
    system = await startSystem();
    clerk = await system.as('lu.xinran');
  });
  afterAll(() => system.close());

  const counts = async () => ({
    requests: await system.database.request.count(),
    customers: await system.database.customer.count(),
    series: await system.database.numberSeries.findMany({ orderBy: { series: 'asc' } }),
  });

  it('gives the same numbers and status for the same key and body', async () => {
    const key = newKey();
    const first = await send(clerk, aRequest(), key);
    const before = await counts();
    const again = await send(clerk, aRequest(), key);
    expect(again.status).toBe(first.status);
    expect(again.body).toEqual(first.body);
    expect(await counts()).toEqual(before);
  });

  it('takes fields in another order for the same body', async () => {
    const key = newKey();
    const request = aRequest();
    const first = await send(clerk, request, key);
    const again = await send(clerk, Object.fromEntries(Object.entries(request).reverse()), key);
    expect(again.body.number).toBe(first.body.number);
  });

  it('refuses the key for another body, and for another sender of it', async () => {
    const key = newKey();
    await send(clerk, aRequest(), key);
    const before = await counts();
    const other = await send<Problem>(clerk, aRequest({ subject: '另一件事' }), key);
    expect(other.status).toBe(422);
    expect(other.body).toMatchObject({
      code: 'IDEMPOTENCY.KEY_REUSED',
      errors: [{ field: 'Idempotency-Key' }],
    });
    const colleague = await send<Problem>(await system.as('song.jianing'), aRequest(), key);
    expect(colleague.body.code).toBe('IDEMPOTENCY.KEY_REUSED');
    expect(await counts()).toEqual(before);
  });

  it.each([
    ['no key', {}],
    ['an empty key', { 'idempotency-key': '' }],
    ['a short key', { 'idempotency-key': 'seven77' }],
    ['a key with a blank', { 'idempotency-key': 'two words' }],
    ['a key of 201 characters', { 'idempotency-key': 'k'.repeat(201) }],
    ['a key of 501 characters', { 'idempotency-key': 'k'.repeat(501) }],
  ])('refuses %s', async (_name, headers) => {
    const before = await counts();
    const { status, body } = await clerk.send('POST', '/v1/requests', headers, aRequest());
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'IDEMPOTENCY.KEY_REQUIRED', errors: [{ field: 'Idempotency-Key' }] });
    expect(await counts()).toEqual(before);
  });

  it('makes one request of twenty at the same moment with one key', async () => {
    const key = newKey();
    const before = await counts();
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(clerk, aRequest(), key)));
    expect(answers.filter(({ status }) => status !== 201 && status !== 202)).toEqual([]);
    expect(new Set(answers.map(({ body }) => `${body.number} ${body.caseNumber}`)).size).toBe(1);
    expect((await counts()).requests).toBe(before.requests + 1);
    const caseNumber = answers[0]?.body.caseNumber ?? '';
    expect(
      await system.database.processEvent.count({ where: { processId: caseNumber, type: 'CaseRegistered' } }),
    ).toBe(1);
  });

  it('numbers requests and cases without gaps, many at the same moment and refusals between', async () => {
    const before = await system.database.numberSeries.findMany({ orderBy: { series: 'asc' } });
    const year = new Date().getFullYear();
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, n) =>
        send(
          clerk,
          n % 3 === 2
            ? aRequest({ receivedAt: '2999-01-01T00:00:00Z' })
            : aRequest({ subject: `第 ${n} 件` }),
        ),
      ),
    );
    const accepted = answers.filter(({ status }) => status < 300).map(({ body }) => body);
    expect(accepted).toHaveLength(20);
    const from = before.find(({ series }) => series === 'AS')?.last ?? 0;
    const expected = (series: string): string[] =>
      Array.from({ length: 20 }, (_, n) => `${series}-${year}-${String(from + n + 1).padStart(6, '0')}`);
    expect(accepted.map(({ caseNumber }) => caseNumber).sort()).toEqual(expected('AS'));
    expect(accepted.map(({ number }) => number).sort()).toEqual(expected('RQ'));
  });
});
