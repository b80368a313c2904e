import { describe, expect, it } from '@jest/globals';
import { costOfPlan, type CostedPart } from '../../../../../domain/case/approval/plan-cost';

const cny = (amountCents: number) => ({ amountCents, currency: 'CNY' });
const usd = (amountCents: number) => ({ amountCents, currency: 'USD' });
const known = (amountCents: number, quantity = 1, currency = 'CNY'): CostedPart => ({
  partNumber: `SP-${amountCents}`,
  quantity,
  unitCost: { amountCents, currency },
});
const unknown: CostedPart = { partNumber: 'BOUGHT-IN', quantity: 2 };

describe('The cost of a plan’s parts (R9)', () => {
  it('is that of the registers, whatever estimate is sent', () => {
    const standard = { cost: { ...cny(485_000), source: 'standard' }, unpriced: [] };
    expect(costOfPlan([known(485_000)], undefined)).toEqual(standard);
    expect(costOfPlan([known(485_000)], usd(1))).toEqual(standard);
    expect(costOfPlan([known(485_000)], cny(99_999_999))).toEqual(standard);
  });

  it('adds the estimate for parts that no register knows', () => {
    expect(costOfPlan([known(100, 3), unknown], cny(50))).toEqual({
      cost: { ...cny(350), source: 'estimate' },
      unpriced: [],
    });
    expect(costOfPlan([unknown], cny(50))).toEqual({
      cost: { ...cny(50), source: 'estimate' },
      unpriced: [],
    });
  });

  it('names the parts that nobody can price', () => {
    expect(costOfPlan([unknown, unknown], undefined)).toEqual({ unpriced: ['BOUGHT-IN'] });
    expect(costOfPlan([known(100), unknown], undefined)).toEqual({
      cost: { ...cny(100), source: 'standard', unpriced: ['BOUGHT-IN'] },
      unpriced: ['BOUGHT-IN'],
    });
  });

  it('keeps several currencies apart', () => {
    expect(costOfPlan([known(100), known(7, 1, 'EUR'), unknown], usd(5)).cost).toEqual({
      ...cny(100),
      source: 'estimate',
      beside: [{ amountCents: 7, currency: 'EUR' }, usd(5)],
    });
  });

  it('is the estimate alone where the plan names no parts, and nothing where there is none', () => {
    expect(costOfPlan([], cny(9))).toEqual({ cost: { ...cny(9), source: 'estimate' }, unpriced: [] });
    expect(costOfPlan([], undefined)).toEqual({ unpriced: [] });
  });

  it('of a part that costs nothing is nothing, not the estimate', () => {
    expect(costOfPlan([known(0)], cny(5)).cost).toEqual({ ...cny(0), source: 'standard' });
  });
});
