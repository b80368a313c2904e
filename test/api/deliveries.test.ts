import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DeliveryView } from '../../schemas/notification';
import type { TestApi } from '../support/api';
import { aCase, type CaseBuilder } from '../support/cases';
import { companyApi, reader, type Page, type Reader } from '../support/reading';

/** 03:00 of a Tuesday in Shanghai, and 08:30, when the centres' hours begin at the latest. */
const NIGHT = '2026-11-16T19:00:00.000Z';

let api: TestApi;
let manager: Reader;
let surveyed: CaseBuilder;
let stranger: CaseBuilder;
beforeAll(async () => {
  api = await companyApi();
  const { app, database } = api;
  surveyed = await aCase(database)
    .of('cus-0001')
    .answered()
    .classified()
    .dispatched()
    .arrived()
    .repaired()
    .reported()
    .warned('survey', NIGHT)
    .commit();
  stranger = await aCase(database)
    .receivedAt('2026-11-16T11:00:00.000Z')
    .with({ language: 'en', sender: { kind: 'customer', name: 'Jo', email: 'jo@customer.example' } })
    .warned('answer', NIGHT)
    .commit();
  const { login } = await database.staff.findFirstOrThrow({
    where: { roles: { has: 'hq-service-manager' }, organisationId: 'hq' },
  });
  manager = await reader(app, login);
});
afterAll(() => api.close());

const rows = (processId: string, template: string) =>
  api.database.notification.findMany({ where: { processId, template } });
const given = (id: string, data: { state: string; reason?: string; attempts?: number }) =>
  api.database.notification.update({ where: { id }, data });

describe('What is written to the outbox', () => {
  it('at night waits for the working hours of the centre: a warning, and a reminder to a customer', async () => {
    const held = [
      ...(await rows(stranger.number, 'clock-warned')),
      ...(await rows(surveyed.number, 'survey-reminder')),
    ];
    expect(held.map(({ template, customerId }) => [template, customerId])).toEqual(
      expect.arrayContaining([
        ['clock-warned', null],
        ['survey-reminder', 'cus-0001'],
      ]),
    );
    const morning = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Asia/Shanghai',
      dateStyle: 'short',
      timeStyle: 'short',
    });
    expect([...new Set(held.map(({ notBefore }) => morning.format(notBefore)))]).toEqual([
      '17/11/2026, 08:30',
    ]);
  });

  it('for somebody nobody knows is in the language of the request, and goes at once', async () => {
    expect(await rows(stranger.number, 'request-received')).toMatchObject([
      { address: 'jo@customer.example', language: 'en', notBefore: new Date('2026-11-16T11:00:00.000Z') },
    ]);
  });
});

describe('A message that was given up', () => {
  it('is listed with its reason, without words and address', async () => {
    const [row] = await rows(stranger.number, 'request-received');
    const id = row?.id ?? '';
    await given(id, { state: 'failed', reason: 'smtp-550 5.1.1', attempts: 1 });
    const { status, body } = await manager.get<Page<DeliveryView>>('/v1/notifications/given-up');
    expect(status).toBe(200);
    expect(body.items).toMatchObject([
      { id, state: 'failed', reason: 'smtp-550 5.1.1', recipient: { kind: 'address', id: null } },
    ]);
    expect(JSON.stringify(body)).not.toContain('jo@customer.example');
  });

  it('is due again when retried, and as due when that is said again', async () => {
    const [row] = await rows(stranger.number, 'request-received');
    const id = row?.id ?? '';
    await given(id, { state: 'failed', reason: 'http-410', attempts: 20 });
    for (const _time of ['once', 'twice'])
      expect(await manager.send<DeliveryView>('POST', `/v1/notifications/${id}/retry`)).toMatchObject({
        status: 200,
        body: { id, state: 'waiting', attempts: 0, reason: null },
      });
    expect((await manager.get<Page<DeliveryView>>('/v1/notifications/given-up')).body.items).toEqual([]);
  });

  it('is none when it was sent: nothing is sent again', async () => {
    const [row] = await rows(surveyed.number, 'survey-asked');
    await given(row?.id ?? '', { state: 'sent', attempts: 1 });
    expect(await manager.send('POST', `/v1/notifications/${row?.id ?? ''}/retry`)).toMatchObject({
      status: 200,
      body: { state: 'sent', attempts: 1 },
    });
  });

  it('is not there where there is none', async () => {
    expect(await manager.send('POST', '/v1/notifications/nothing:1:0:x/retry')).toMatchObject({
      status: 404,
    });
  });

  it('is nobody else’s to see or retry', async () => {
    const clerk = await reader(api.app, 'lu.xinran');
    const [row] = await rows(surveyed.number, 'survey-asked');
    expect(await clerk.get('/v1/notifications/given-up')).toMatchObject({ status: 403 });
    expect(await clerk.send('POST', `/v1/notifications/${row?.id ?? ''}/retry`)).toMatchObject({
      status: 403,
    });
  });
});
