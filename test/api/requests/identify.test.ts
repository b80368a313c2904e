import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Reader } from '../../support/reading';
import { aRequest, done, LANTING, registered, send, sendAndStart } from '../../support/requests';
import { startSystem, type TestSystem } from '../../support/system';

const PHONES = [
  '15124474580',
  '151 2447 4580',
  '151-2447-4580',
  '+8615124474580',
  '+86 151 2447 4580',
  '0086 15124474580',
  '008615124474580',
  '(+86) 151 2447 4580',
  '１５１２４４７４５８０',
  '＋８６　１５１ ２４４７ ４５８０',
  '\u200b15124474580',
  'tel:+8615124474580',
];
const EMAILS = [
  'shebei@lanting.example',
  'SheBei@Lanting.Example',
  ' shebei@lanting.example ',
  '邵文娟 <shebei@lanting.example>',
  'ｓｈｅｂｅｉ＠ｌａｎｔｉｎｇ．ｅｘａｍｐｌｅ',
  'mailto:shebei@lanting.example',
];

describe('R2: a known number or address brings up the customer, the unit and the open cases', () => {
  let system: TestSystem;
  let clerk: Reader;
  let open: string;

  beforeAll(async () => {
    system = await startSystem();
    clerk = await system.as('lu.xinran');
    open = (await registered(clerk, { subject: '第一次来电' })).caseNumber;
  });
  afterAll(() => system.close());

  const known = {
    customer: { id: LANTING.id, status: 'active' },
    candidates: [],
    unit: { id: 'unt-0001', serial: LANTING.unitSerial, productCode: 'SC-75F', warranty: 'out-of-warranty' },
  };

  it.each(PHONES)('knows the telephone number %j', async (phone) => {
    const sender = { kind: 'customer', name: '邵文娟', phone } as const;
    const { body } = await sendAndStart(clerk, aRequest({ sender, unitSerial: LANTING.unitSerial }));
    expect(body).toMatchObject(known);
    expect(body.openCases).toContainEqual({ number: open, subject: '第一次来电', stage: 'registered' });
    const { senderPhone } = await system.database.request.findUniqueOrThrow({
      where: { number: body.number },
    });
    expect(senderPhone).toBe(LANTING.phone);
  });

  it.each(EMAILS)('knows the e-mail address %j', async (email) => {
    const sender = { kind: 'customer', name: '邵文娟', email } as const;
    const { body } = await sendAndStart(
      clerk,
      aRequest({ channel: 'email', sender, unitSerial: LANTING.unitSerial }),
    );
    expect(body).toMatchObject(known);
  });

  it('keeps a serial number that nobody knows as it was given', async () => {
    const { status, body } = await sendAndStart(clerk, aRequest({ unitSerial: '铭牌看不清-7F?' }));
    expect(status).toBe(201);
    expect(body).toMatchObject({ customer: { id: LANTING.id }, unit: null });
    const register = await clerk.get<object>(`/v1/requests/${body.number}`);
    expect(register.body).toMatchObject({ unitSerial: '铭牌看不清-7F?', unitId: null });
  });

  it("does not take another customer's unit for the caller's", async () => {
    const theirs = await system.database.unit.findFirstOrThrow({
      where: { customerId: { not: LANTING.id } },
    });
    const { body } = await sendAndStart(clerk, aRequest({ unitSerial: theirs.serial }));
    expect(body).toMatchObject({ customer: { id: LANTING.id }, unit: null });
  });

  it('finds a unit by its serial number in any case and spacing', async () => {
    const { body } = await sendAndStart(
      clerk,
      aRequest({ unitSerial: ` ${LANTING.unitSerial.toLowerCase()} ` }),
    );
    expect(body.unit).toMatchObject({ id: 'unt-0001' });
  });

  it('makes one prospect of an unknown number that calls several times at the same moment', async () => {
    const value = '+8613911122233';
    const sender = { kind: 'customer', name: '陌生来电', phone: value } as const;
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, n) => send(clerk, aRequest({ sender, subject: `第 ${n} 次来电` }))),
    );
    expect(answers.filter(({ status }) => status > 202)).toEqual([]);
    expect(new Set(answers.map(({ body }) => body.customer?.id)).size).toBe(1);
    expect(await system.database.customerContact.count({ where: { value } })).toBe(1);
    // Each later request finds the cases of the earlier ones.
    const open = answers.map(({ body }) => body.openCases.length).sort();
    expect(open).toEqual([0, 1, 2, 3, 4]);
  });

  it('lists a case whose customer was put right with them, and no more with who was taken for them', async () => {
    const { caseNumber } = await registered(clerk, { subject: '代别家公司来电' });
    const listed = async (phone: string) => {
      const sender = { kind: 'customer', name: '来电人', phone } as const;
      const { body } = await sendAndStart(clerk, aRequest({ sender }));
      return body.openCases.map(({ number }) => number);
    };
    expect(await listed(LANTING.phone)).toContain(caseNumber);

    await done(clerk, caseNumber, {
      type: 'identifyCustomer',
      data: { customerId: 'cus-0002', remember: false },
    });

    expect(await listed(LANTING.phone)).not.toContain(caseNumber);
    const { value } = await system.database.customerContact.findFirstOrThrow({
      where: { customerId: 'cus-0002', kind: 'phone' },
    });
    expect(await listed(value)).toContain(caseNumber);
  });

  describe('with a contact that two customers share', () => {
    const phone = '+8613800138000';

    beforeAll(async () => {
      await system.database.customerContact.createMany({
        data: ['cus-0001', 'cus-0002'].map((customerId) => ({
          customerId,
          kind: 'phone',
          value: phone,
          name: null,
        })),
      });
    });

    const sender = { kind: 'dealer', name: '代理商前台', phone: '138 0013 8000' } as const;

    it('names both and guesses neither', async () => {
      const { body } = await sendAndStart(clerk, aRequest({ sender }));
      expect(body.customer).toMatchObject({ status: 'prospect' });
      expect(body.candidates.map(({ id }) => id)).toEqual(['cus-0001', 'cus-0002']);
      expect(body).toMatchObject({ unit: null, openCases: [] });
    });

    it('stays ambiguous the next time, with the same two to choose from', async () => {
      const { body } = await sendAndStart(clerk, aRequest({ sender }));
      expect(body.candidates.map(({ id }) => id)).toEqual(['cus-0001', 'cus-0002']);
    });

    it('knows which of the two by the unit', async () => {
      const { body } = await sendAndStart(clerk, aRequest({ sender, unitSerial: LANTING.unitSerial }));
      expect(body).toMatchObject({ customer: { id: 'cus-0001' }, candidates: [], unit: { id: 'unt-0001' } });
    });
  });
});
