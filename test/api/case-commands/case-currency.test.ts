import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MAX_AMOUNT } from '../../../domain/money/amount';
import type { Problem, Reader } from '../../support/reading';
import {
  ANSWER,
  CLASSIFY,
  command,
  dispatchTo,
  done,
  give,
  registered,
  REPAIR,
  REPORT,
  type Given,
} from '../../support/requests';
import { newKey, startSystem, type TestSystem } from '../../support/system';

describe('money of a case: one currency, and amounts that fit (R10)', () => {
  let system: TestSystem;
  let clerk: Reader;
  let engineer: Reader;
  let manager: Reader;
  let number: string;

  beforeAll(async () => {
    system = await startSystem();
    clerk = await system.as('lu.xinran');
    engineer = await system.as('li.wei');
    manager = await system.as('zhou.huaijin');
    ({ caseNumber: number } = await registered(clerk));
    await done(clerk, number, ANSWER, CLASSIFY, dispatchTo('stf-027'));
    await done(engineer, number, { type: 'arrive', data: {} });
  });
  afterAll(() => system.close());

  const refusal = async (by: Reader, given: Given) => {
    const { status, body } = await give<Problem>(by, number, [command(given)]);
    return `${status} ${body.code} ${body.errors[0]?.field ?? ''}`.trim();
  };
  const cost = { labourMinutes: 1, travelMinutes: 1, labourCostCents: 1, travelCostCents: 1 };

  it('the cost of a trip in another currency than that of the price list is refused', async () => {
    expect(
      await refusal(engineer, {
        type: 'leaveUnfinished',
        data: { reason: 'more-time-needed', note: 'x', ...cost, currency: 'USD' },
      }),
    ).toBe('422 MONEY.OTHER_CURRENCY commands.0.data.currency');
  });

  it('a code that ISO 4217 does not have is refused wherever it is sent', async () => {
    for (const currency of ['RMB', 'XXX', 'XAU', 'ABC', 'cny'])
      expect(
        await refusal(engineer, {
          type: 'leaveUnfinished',
          data: { reason: 'more-time-needed', note: 'x', ...cost, currency },
        }),
      ).toMatch(/^400 REQUEST.INVALID commands.0.data.currency/);
  });

  it('costs that come to more than an amount can be are refused', async () => {
    const data = { reason: 'more-time-needed', note: 'x', ...cost, currency: 'CNY' } as const;
    const leave = (labourCostCents: number): Given => ({
      type: 'leaveUnfinished',
      data: { ...data, labourCostCents },
    });
    expect(await refusal(engineer, leave(MAX_AMOUNT))).toMatch(/^422 MONEY.TOO_LARGE/);
    expect(await refusal(engineer, leave(MAX_AMOUNT + 1))).toMatch(/^400 REQUEST.INVALID/);
    expect(await refusal(engineer, leave(2 ** 53))).toMatch(/^400 REQUEST.INVALID/);
  });

  it('a report in another currency is refused, and an amendment into one', async () => {
    await done(engineer, number, REPAIR);
    const { data } = REPORT;
    expect(await refusal(engineer, { type: 'report', data: { ...data, currency: 'EUR' } })).toBe(
      '422 MONEY.OTHER_CURRENCY commands.0.data.currency',
    );
    // Far above what an INT column holds.
    await done(engineer, number, { type: 'report', data: { ...data, partsCostCents: 90_000_000_000 } });
    expect(
      await refusal(engineer, { type: 'amendReport', data: { changes: { currency: 'USD' }, reason: 'x' } }),
    ).toBe('422 MONEY.OTHER_CURRENCY commands.0.data.changes.currency');
    const { body } = await manager.get<{ items: { cost: unknown }[] }>(`/v1/trips?caseNumber=${number}`);
    expect(body.items).toMatchObject([{ cost: { labourCostCents: 30_000, currency: 'CNY' } }]);
  });

  it('a price, a limit and a cost of the largest amount are kept and told as they are', async () => {
    const price = {
      id: newKey(),
      partNumber: 'SP-11022',
      nameEn: 'Big',
      nameZh: '大',
      currency: 'IDR',
      priceCents: MAX_AMOUNT,
      costCents: MAX_AMOUNT,
      effectiveFrom: '2096-01-01T00:00:00+08:00',
    };
    for (const status of [201, 200]) {
      const answer = await manager.send('POST', '/v1/part-prices', {}, price);
      expect(answer).toMatchObject({ status, body: { priceCents: MAX_AMOUNT, costCents: MAX_AMOUNT } });
    }
    expect(
      await manager.send('POST', '/v1/part-prices', {}, { ...price, id: newKey(), currency: 'ABC' }),
    ).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'currency', reason: 'is not one of the allowed values' }] },
    });
  });

  it('the currencies are told with their decimals', async () => {
    const { body } = await clerk.get<{ items: { code: string; decimals: number }[] }>('/v1/currencies');
    expect(body.items).toEqual(
      expect.arrayContaining([
        { code: 'CNY', decimals: 2 },
        { code: 'OMR', decimals: 3 },
        { code: 'VND', decimals: 0 },
      ]),
    );
  });
});
