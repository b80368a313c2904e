import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Static } from '@sinclair/typebox';
import type { CaseDetail } from '../../../api/cases/detail-schema';
import type { CustomerPage } from '../../../api/customers/schema';
import type { Reader } from '../../support/reading';
import { aRequest, LANTING, registered, send } from '../../support/requests';
import { eventually, newKey, startSystem, type TestSystem } from '../../support/system';

const NAME = '上海澜汀食品有限公司';

describe('R2: what a caller gives is recognised, and offered', () => {
  let system: TestSystem;
  let clerk: Reader;
  let elsewhere: Reader;
  let phones = 0;

  beforeAll(async () => {
    system = await startSystem();
    clerk = await system.as('lu.xinran');
    elsewhere = await system.as('huang.yongqi');
  });
  afterAll(() => system.close());

  const stranger = (changes: object = {}) => {
    phones += 1;
    return { kind: 'dealer', name: '李经理', phone: `1391112${2300 + phones}`, ...changes } as const;
  };
  const read = async (number: string) =>
    (await clerk.get<Static<typeof CaseDetail>>(`/v1/cases/${number}`)).body;
  const taskKinds = async (number: string) => (await read(number)).tasks.map(({ kind }) => kind);

  it('a serial number brings up unit, owner and open cases, whoever gives it', async () => {
    const open = await registered(clerk, { subject: '客户自己的请求' });
    const body = await registered(clerk, {
      sender: stranger(),
      unitSerial: LANTING.unitSerial.replaceAll('-', ''),
    });
    expect(body).toMatchObject({
      customer: { status: 'prospect' },
      unit: null,
      serial: { match: 'offered' },
      unitOffer: { unit: { id: 'unt-0001' }, owner: { id: LANTING.id, name: NAME } },
    });
    expect(body.unitOffer?.openCases.map(({ number }) => number)).toContain(open.caseNumber);
    const detail = await read(body.caseNumber);
    expect(detail).toMatchObject({
      unit: null,
      unitOffer: { unitId: 'unt-0001', owner: { id: LANTING.id } },
    });
    expect(detail.tasks.map(({ kind }) => kind)).toContain('confirm-unit');
  });

  it('is attached once a clerk has confirmed it', async () => {
    const { caseNumber } = await registered(clerk, { sender: stranger(), unitSerial: LANTING.unitSerial });
    await clerk.send(
      'POST',
      `/v1/cases/${caseNumber}/commands`,
      {},
      {
        commands: [
          {
            id: newKey(),
            type: 'identifyCustomer',
            data: { customerId: LANTING.id, unitSerial: LANTING.unitSerial },
          },
        ],
      },
    );
    expect(await read(caseNumber)).toMatchObject({ unit: { id: 'unt-0001' }, customer: { id: LANTING.id } });
    expect(await taskKinds(caseNumber)).not.toContain('confirm-unit');
  });

  it('a serial number that nothing has is told, in the answer and on the case', async () => {
    const body = await registered(clerk, { unitSerial: '铭牌看不清-7F?' });
    const offered = { given: '铭牌看不清-7F?', match: 'unknown' };
    expect(body).toMatchObject({
      customer: { id: LANTING.id },
      unit: null,
      unitOffer: null,
      serial: offered,
    });
    expect(await read(body.caseNumber)).toMatchObject({ serial: offered });
    expect(await taskKinds(body.caseNumber)).toContain('check-serial');
  });

  it('the same request sent again has the same offer', async () => {
    const key = newKey();
    const request = aRequest({ sender: stranger(), unitSerial: LANTING.unitSerial });
    const first = await eventually(
      () => send(clerk, request, key),
      ({ status }) => status === 201,
    );
    const again = await send(clerk, request, key);
    expect(again.body).toEqual({ ...first.body, status: 'started' });
  });

  it.each([
    ['a company name, roughly', { name: '澜汀食品' }, 'name'],
    ['its English name', { name: 'Shanghai Lanting Foods Co., Ltd.' }, 'name'],
    ['a company name with who calls', { name: '上海澜汀食品 邵文娟' }, 'name'],
    ['a postal address', { name: '邵女士', address: '上海奉贤区汀浦路２６８号' }, 'address'],
  ])('%s finds candidates, and attaches none', async (_, sender, by) => {
    const body = await registered(clerk, { sender: stranger(sender) });
    expect(body.customer).toMatchObject({ status: 'prospect' });
    expect(body.candidates).toContainEqual(expect.objectContaining({ id: LANTING.id, by }));
  });

  it('finds them later too, and nobody by a name that is nothing like theirs', async () => {
    const found = async (like: string) =>
      (
        await clerk.get<Static<typeof CustomerPage>>(`/v1/customers?like=${encodeURIComponent(like)}`)
      ).body.items.map(({ id }) => id);
    expect(await found('澜汀食品有限公司')).toContain(LANTING.id);
    expect(await found('完全不相干的名字')).toEqual([]);
  });

  describe('of a customer of another centre', () => {
    it('tells the name and the centre, and nothing else, and is registered for that centre', async () => {
      const open = await registered(clerk, { subject: '华东的请求' });
      const body = await registered(elsewhere, { unitSerial: LANTING.unitSerial });
      expect(body).toMatchObject({
        customer: null,
        unit: null,
        openCases: [],
        candidates: [],
        unitOffer: null,
        elsewhere: [{ name: NAME, centre: { id: 'east' }, by: 'contact' }],
      });
      expect(JSON.stringify(body)).not.toContain(LANTING.id);
      expect(JSON.stringify(body)).not.toContain(open.caseNumber);
      const detail = await read(body.caseNumber);
      expect(detail).toMatchObject({ customer: { id: LANTING.id }, regionId: 'east' });
      expect(detail.tasks).toContainEqual(
        expect.objectContaining({ kind: 'answer-request', organisationId: 'east' }),
      );
      expect((await elsewhere.get(`/v1/cases/${body.caseNumber}`)).status).toBe(404);
    });

    it('is told so before anything is registered', async () => {
      const { body } = await elsewhere.get<Static<typeof CustomerPage>>(
        `/v1/customers?phone=${encodeURIComponent(LANTING.phone)}`,
      );
      expect(body).toMatchObject({ items: [], elsewhere: [{ name: NAME, centre: { id: 'east' } }] });
      expect(Object.keys(body.elsewhere[0] ?? {}).sort()).toEqual(['by', 'centre', 'name']);
    });

    it('a serial number tells as much, and a likeness of the name nothing', async () => {
      const body = await registered(elsewhere, {
        sender: stranger({ name: '澜汀食品' }),
        unitSerial: LANTING.unitSerial,
      });
      expect(body).toMatchObject({
        customer: { status: 'prospect' },
        candidates: [],
        unitOffer: null,
        elsewhere: [{ name: NAME, by: 'serial' }],
      });
    });
  });
});
