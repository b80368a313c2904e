import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Static } from '@sinclair/typebox';
import type { CustomerDetail } from '../../../api/customers/schema';
import type { Reader } from '../../support/reading';
import { ANSWER, done, LANTING, registered } from '../../support/requests';
import { eventually, startSystem, type TestSystem } from '../../support/system';
import { verifying } from '../verify/verifying';

describe('R2: identifying a caller teaches, and prospects merge into customers', () => {
  let system: TestSystem;
  let clerk: Reader;
  let phones = 0;

  beforeAll(async () => {
    system = await startSystem();
    clerk = await system.as('lu.xinran');
  });
  afterAll(() => system.close());

  const nextPhone = () => {
    phones += 1;
    return `+861391112${4300 + phones}`;
  };
  const callFrom = (phone: string, kind: 'customer' | 'dealer' = 'customer') =>
    registered(clerk, { sender: { kind, name: '小赵', phone } });
  const identify = (caseNumber: string, customerId: string, more: { remember?: boolean } = {}) =>
    done(clerk, caseNumber, { type: 'identifyCustomer', data: { customerId, ...more } });
  const learned = (value: string) =>
    system.database.customerContact.findMany({ where: { value }, orderBy: { customerId: 'asc' } });
  const file = async (id: string) =>
    (await clerk.get<Static<typeof CustomerDetail>>(`/v1/customers/${id}`)).body;

  it('the next call from that number is known, with who taught it and when', async () => {
    const phone = nextPhone();
    const first = await callFrom(phone);
    expect(first.customer).toMatchObject({ status: 'prospect' });
    await identify(first.caseNumber, LANTING.id);
    await eventually(
      () => learned(phone),
      (rows) => rows.some(({ customerId }) => customerId === LANTING.id),
    );
    expect((await file(LANTING.id)).learned).toContainEqual({
      kind: 'phone',
      value: phone,
      at: expect.any(String),
      by: 'stf-010',
      from: first.caseNumber,
    });
    expect((await callFrom(phone)).customer).toMatchObject({ id: LANTING.id });
  });

  it('is forgotten again by whoever takes it out of the file', async () => {
    const phone = nextPhone();
    const { caseNumber } = await callFrom(phone);
    await identify(caseNumber, LANTING.id);
    await eventually(
      () => learned(phone),
      (rows) => rows.some(({ customerId }) => customerId === LANTING.id),
    );
    const { contacts, version } = await file(LANTING.id);
    const kept = contacts
      .filter(({ value }) => value !== phone)
      .map(({ kind, value, name }) => ({ kind, value, name }));
    await clerk.send(
      'PATCH',
      `/v1/customers/${LANTING.id}`,
      { 'if-match': `"${version}"` },
      { contacts: kept },
    );
    expect((await file(LANTING.id)).contacts.map(({ value }) => value)).not.toContain(phone);
    // The other contacts keep their origin.
    expect((await file(LANTING.id)).learned).not.toEqual([]);
  });

  it('corrects itself where the clerk had named another customer first', async () => {
    const phone = nextPhone();
    const { caseNumber } = await callFrom(phone);
    await identify(caseNumber, 'cus-0002');
    await identify(caseNumber, LANTING.id);
    await eventually(
      () => learned(phone),
      (rows) => {
        const ids = rows.map(({ customerId }) => customerId);
        return ids.includes(LANTING.id) && !ids.includes('cus-0002');
      },
    );
  });

  it('does not take a dealer’s number, or somebody else’s telephone, for the customer’s', async () => {
    const [dealer, borrowed] = [nextPhone(), nextPhone()];
    await identify((await callFrom(dealer, 'dealer')).caseNumber, LANTING.id);
    await identify((await callFrom(borrowed)).caseNumber, LANTING.id, { remember: false });
    const events = await system.database.processEvent.findMany({ where: { type: 'CustomerIdentified' } });
    expect(JSON.stringify(events.map(({ data }) => data))).not.toContain(dealer);
    expect(JSON.stringify(events.map(({ data }) => data))).not.toContain(borrowed);
  });

  it('a number that two customers have stays ambiguous', async () => {
    const phone = nextPhone();
    for (const id of ['cus-0001', 'cus-0002']) {
      const { caseNumber } = await callFrom(phone);
      await identify(caseNumber, id);
      await eventually(
        () => learned(phone),
        (rows) => rows.some(({ customerId }) => customerId === id),
      );
    }
    const third = await callFrom(phone);
    expect(third.customer).toMatchObject({ status: 'prospect' });
    expect(third.candidates.map(({ id }) => id)).toEqual(expect.arrayContaining(['cus-0001', 'cus-0002']));
  });

  it('a prospect merges into a customer with all that is theirs, and back', async () => {
    const phone = nextPhone();
    const { caseNumber, number, customer } = await callFrom(phone);
    await done(clerk, caseNumber, ANSWER);
    const prospect = customer?.id ?? '';
    const merged = await clerk.send(
      'POST',
      `/v1/customers/${prospect}/merge`,
      {},
      { into: LANTING.id, reason: '同一家' },
    );
    expect(merged).toMatchObject({ status: 200, body: { customerId: LANTING.id, merged: true } });
    const caseOf = async () =>
      (await clerk.get<{ customer: { id: string; status: string } }>(`/v1/cases/${caseNumber}`)).body
        .customer;
    await eventually(caseOf, ({ id }) => id === LANTING.id);
    const requestOf = () => system.database.request.findUniqueOrThrow({ where: { number } });
    expect((await requestOf()).customerId).toBe(LANTING.id);
    expect((await file(prospect)).id).toBe(LANTING.id);
    expect((await callFrom(phone)).customer).toMatchObject({ id: LANTING.id });
    const again = await clerk.send(
      'POST',
      `/v1/customers/${prospect}/merge`,
      {},
      { into: LANTING.id, reason: '再次' },
    );
    expect({ status: again.status, code: again.body.code }).toEqual({
      status: 409,
      code: 'CUSTOMER.NOT_MERGEABLE',
    });

    expect((await clerk.send('POST', `/v1/customers/${prospect}/unmerge`)).status).toBe(200);
    await eventually(caseOf, ({ id }) => id === prospect);
    expect((await requestOf()).customerId).toBe(prospect);
    expect((await file(prospect)).contacts.map(({ value }) => value)).toEqual([phone]);
    const record = await system.database.customerMerge.findFirstOrThrow({ where: { fromId: prospect } });
    expect(record).toMatchObject({ by: 'stf-010', reason: '同一家', undoneBy: 'stf-010' });
  });

  it('leaves cases that are what their events say', async () => {
    expect((await verifying(system.database)).found).toEqual([]);
  });
});
