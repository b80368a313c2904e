import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseDetail } from '../../../api/cases/detail-schema';
import type { WireData } from '../../../api/case-commands/schema';
import type { Reader } from '../../support/reading';
import { ANSWER, CLASSIFY, dispatchTo, done, LANTING, registered, type Given } from '../../support/requests';
import { startSystem, type TestSystem } from '../../support/system';

const LINES: WireData<'prepareQuote'>['lines'] = [
  { item: 'labour', minutes: 240 },
  { item: 'parts', partNumber: 'SP-52075', quantity: 1 },
];

describe('approvals by the product of the unit (R9)', () => {
  let system: TestSystem;
  let clerk: Reader;
  let manager: Reader;
  beforeAll(async () => {
    system = await startSystem();
    clerk = await system.as('lu.xinran');
    manager = await system.as('zhou.huaijin');
  });
  afterAll(() => system.close());

  const ruleId = async (number: string) =>
    (await clerk.get<CaseDetail>(`/v1/cases/${number}`)).body.approvals.at(-1)?.ruleId;
  const enter = (code: string, of: object) => {
    const names = { nameEn: code, nameZh: code, effectiveFrom: new Date().toISOString() };
    const rule = { code, kind: 'quote', role: 'centre-director', tier: 'centre', ...names, ...of };
    return manager.send('POST', '/v1/approval-rules', {}, rule);
  };

  it('a rule for the product of the unit comes before one for its family, and both before one for any', async () => {
    const { caseNumber } = await registered(clerk, { unitSerial: LANTING.unitSerial });
    await done(clerk, caseNumber, ANSWER, CLASSIFY, { type: 'prepareQuote', data: { lines: LINES } });
    expect(await ruleId(caseNumber)).toBe('quote-over-5000');
    const rules = [
      ['of-family', { productFamily: 'oil-injected-screw' }, 'of-family'],
      ['of-product', { productCode: 'SC-75F' }, 'of-product'],
      ['of-other-product', { productCode: 'SO-90' }, 'of-product'],
      ['of-other-family', { productFamily: 'oil-free-screw' }, 'of-product'],
    ] as const;
    for (const [code, of, expected] of rules) {
      expect(await enter(code, of)).toMatchObject({ status: 201, body: of });
      await done(clerk, caseNumber, { type: 'reviseQuote', data: { lines: LINES, reason: code } });
      expect(await ruleId(caseNumber)).toBe(expected);
    }
  });

  it('the product is that of the unit which the same batch names, and the outlet the one that it sends', async () => {
    expect(await enter('batch-product', { productCode: 'SC-75F' })).toMatchObject({ status: 201 });
    const quoted: Given = { type: 'prepareQuote', data: { lines: LINES } };
    const named: Given = { type: 'classify', data: { ...CLASSIFY.data, unitSerial: LANTING.unitSerial } };
    const { caseNumber } = await registered(clerk);
    await done(clerk, caseNumber, ANSWER, named, quoted);
    expect(await ruleId(caseNumber)).toBe('batch-product');

    expect(await enter('batch-outlet', { organisationId: 'sh-pudong' })).toMatchObject({ status: 201 });
    const { caseNumber: sent } = await registered(clerk);
    await done(clerk, sent, ANSWER, named, dispatchTo('stf-027'), quoted);
    expect(await ruleId(sent)).toBe('batch-outlet');
  });
});
