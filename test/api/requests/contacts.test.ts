import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Reader } from '../../support/reading';
import { aRequest, registered, sendAndStart } from '../../support/requests';
import { startSystem, type TestSystem } from '../../support/system';

describe('a sender is reached as they say, however they write it', () => {
  let system: TestSystem;
  let clerk: Reader;
  beforeAll(async () => {
    system = await startSystem();
    clerk = await system.as('lu.xinran');
  });
  afterAll(() => system.close());

  const kept = async (sender: { phone?: string; email?: string }): Promise<object> => {
    const { number } = await registered(clerk, {
      sender: { kind: 'customer', name: '陶冉', ...sender },
    });
    const { body } = await clerk.get<{ sender: object }>(`/v1/requests/${number}`);
    return body.sender;
  };

  it('a local number is of the area of the centre that takes the call, and is found so', async () => {
    expect(await kept({ phone: '6283 6175' })).toMatchObject({ phone: '+862162836175', extension: null });
    const { body } = await clerk.get<{ items: object[] }>('/v1/customers?phone=62836175');
    expect(body.items).toHaveLength(1);
  });

  it('a local number is refused where no area is known', async () => {
    await system.database.organisation.updateMany({ data: { areaCode: null } });
    const sender = { kind: 'customer', name: '陶冉', phone: '62836175' } as const;
    const { status, body } = await sendAndStart(clerk, aRequest({ sender }));
    expect([status, body]).toMatchObject([422, { errors: [{ field: 'sender.phone' }] }]);
  });

  it('an extension is kept beside the number, in the register and the case', async () => {
    expect(await kept({ phone: '021-5741 8260-801' })).toMatchObject({
      phone: '+862157418260',
      extension: '801',
    });
    const { caseNumber } = await registered(clerk, {
      sender: { kind: 'customer', name: '陶冉', phone: '021-57418260 转 12' },
    });
    const { body } = await clerk.get<object>(`/v1/cases/${caseNumber}`);
    expect(body).toMatchObject({ sender: { phone: '+862157418260', extension: '12' } });
  });

  it('names around a number or an address are no part of it', async () => {
    expect(await kept({ phone: '131 2995 8864 陶冉' })).toMatchObject({ phone: '+8613129958864' });
    expect(await kept({ email: 'order.desk@example.com (Li Wei)' })).toMatchObject({
      email: 'order.desk@example.com',
    });
    expect(await kept({ email: 'info@müller.example' })).toMatchObject({
      email: 'info@xn--mller-kva.example',
    });
  });
});
