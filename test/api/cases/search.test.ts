import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reindexWords } from '../../../activities/reindex';
import type { Reader } from '../../support/reading';
import { ANSWER, CLASSIFY, done, LANTING, registered } from '../../support/requests';
import { startSystem, type TestSystem } from '../../support/system';

/** A stored text, and an input with the same meaning. */
const SAME: readonly (readonly [string, string])[] = [
  ['空压\u200b机漏油', '空压机漏油'],
  ['air com\u00adpressor', 'air compressor'],
  ['Müller\u00a0GmbH', 'Muller'],
  ['Nguyễn Văn', 'Nguyen Van'],
  ['İstanbul', 'istanbul'],
  ['空壓機異響', '空压机异响'],
  ['𠮷田', '𠮷'],
  ['ＳＣ－７５Ｆ', 'SC-75F'],
  ['cafe\u0301', 'café'],
];

describe('search finds what people type', () => {
  let system: TestSystem;
  let clerk: Reader;
  const cases = new Map<string, string>();

  beforeAll(async () => {
    system = await startSystem();
    clerk = await system.as('lu.xinran');
    for (const text of SAME.flat())
      cases.set(text, (await registered(clerk, { subject: `主题 ${text}`, text: '无' })).caseNumber);
  });
  afterAll(() => system.close());

  const found = async (q: string, by = clerk): Promise<string[]> => {
    const { body } = await by.get<{ items: { number: string }[] }>(
      `/v1/cases?limit=100&q=${encodeURIComponent(q)}`,
    );
    return body.items.map(({ number }) => number);
  };

  it.each(SAME)('%j and %j find each other', async (left, right) => {
    expect(await found(right)).toContain(cases.get(left));
    expect(await found(left)).toContain(cases.get(left));
  });

  it('by a fragment of a serial number, digits of a telephone number, and the engineer in either language', async () => {
    const { caseNumber } = await registered(clerk, { unitSerial: LANTING.unitSerial });
    await done(clerk, caseNumber, ANSWER, CLASSIFY);
    for (const q of ['75F-21', '21030351', 'f2103 0351', '2447 4580', '+86 151 2447', caseNumber.slice(5)])
      expect([q, await found(q)]).toEqual([q, expect.arrayContaining([caseNumber])]);
    await system.database.serviceCase.update({
      where: { number: caseNumber },
      data: { engineerId: 'stf-027' },
    });
    const { nameEn } = await system.database.staff.findUniqueOrThrow({ where: { id: 'stf-027' } });
    expect(await found(nameEn.toLowerCase())).toEqual([caseNumber]);
  });

  it('telephone numbers for those alone who may see them', async () => {
    const { caseNumber } = await registered(clerk, {
      sender: { kind: 'customer', name: '访客', phone: '13911112222' },
    });
    expect(await found('1111 2222')).toContain(caseNumber);
    const row = await system.database.serviceCase.findUniqueOrThrow({ where: { number: caseNumber } });
    await system.database.serviceCase.update({
      where: { number: caseNumber },
      data: { outletId: 'sh-pudong', engineerId: 'stf-027' },
    });
    // A warehouse keeper may not read customers' files.
    await system.database.staff.update({ where: { id: 'stf-027' }, data: { roles: ['warehouse-keeper'] } });
    const keeper = await system.as('li.wei');
    expect(await found(row.subject, keeper)).toContain(caseNumber);
    expect(await found('1111 2222', keeper)).not.toContain(caseNumber);
  });

  it('customers by digits of their number and by their name without accents', async () => {
    const { body } = await clerk.get<{ items: { id: string }[] }>('/v1/customers?q=2447%204580');
    expect(body.items.map(({ id }) => id)).toEqual([LANTING.id]);
  });

  it('rows of an older version, once they were written afresh', async () => {
    const number = cases.get('空壓機異響') ?? '';
    await system.database.serviceCase.update({ where: { number }, data: { words: '空壓機異響' } });
    await system.database.customer.update({ where: { id: LANTING.id }, data: { words: 'old' } });
    await system.database.setting.deleteMany({ where: { key: 'search-words' } });
    expect(await found('异响')).not.toContain(number);
    expect(await reindexWords(system.database)).toBeGreaterThanOrEqual(2);
    expect(await found('异响')).toContain(number);
    expect(await reindexWords(system.database)).toBeUndefined();
  });
});
