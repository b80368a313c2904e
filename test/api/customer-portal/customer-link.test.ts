import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Static } from '@sinclair/typebox';
import { CustomerLinks } from '../../../platform/customer-links';
import type {
  CustomerCase,
  CustomerCommandResult,
  CustomerSurvey,
  OfferedAppointments,
} from '../../../api/customer-portal/schema';
import type { LinkList } from '../../../api/customer-portal/link-schema';
import { MessageBox } from '../../support/message-box';
import { Reader, type Answer } from '../../support/reading';
import { ANSWER, CLASSIFY, dispatchTo, done, registered } from '../../support/requests';
import { verifying } from '../verify/verifying';
import { newKey, startSystem, type TestSystem } from '../../support/system';

type View = Static<typeof CustomerCase>;
type Result = Static<typeof CustomerCommandResult>;

const PAGE = 'https://service.example/case';
const ENGINEER = 'stf-027';
const DAY_MS = 86_400_000;

let system: TestSystem;
let clerk: Reader;
let box: MessageBox;

beforeAll(async () => {
  system = await startSystem({ settings: { AFTERCARE_CUSTOMER_URL: PAGE } });
  clerk = await system.as('lu.xinran');
  box = new MessageBox(system);
});
afterAll(() => system.close());

const customer = (token: string): Reader => new Reader(system.app, token);
const decide = <T = Result>(by: Reader, type: string, data: object, id = newKey()): Promise<Answer<T>> =>
  by.send<T>('POST', '/v1/customer/case/commands', {}, { id, type, data });

async function dispatched(): Promise<string> {
  const { caseNumber } = await registered(clerk);
  await done(clerk, caseNumber, ANSWER, CLASSIFY, dispatchTo(ENGINEER));
  return caseNumber;
}

async function resolved(): Promise<string> {
  const { caseNumber } = await registered(clerk);
  await done(clerk, caseNumber, ANSWER, CLASSIFY, {
    type: 'resolveRemotely',
    data: { resolution: '内部：保险跳闸' },
  });
  return caseNumber;
}

describe('A customer with the link from a message (R36)', () => {
  it('follows the case in words of their own, and reads nothing that is the company’s', async () => {
    const caseNumber = await dispatched();
    await done(clerk, caseNumber, { type: 'addNote', data: { text: '内部备注：客户难缠' } });
    const token = await box.token(caseNumber, 'engineer-appointed');
    const { status, body, headers } = await customer(token).get<View>('/v1/customer/case');
    expect(status).toBe(200);
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    expect(body).toMatchObject({
      number: caseNumber,
      stage: 'dispatched',
      stageNames: { zh: '已安排工程师' },
      answer: ANSWER.data.text,
      appointment: { engineer: '李巍', isOnTheWay: false },
      actions: ['moveAppointment', 'recordMessage'],
      promises: [
        { name: 'answer', state: 'met' },
        { name: 'arrival', state: 'running' },
        { name: 'resolution', state: 'running' },
      ],
    });
    expect(body.timeline.map(({ type }) => type)).toEqual([
      'CaseRegistered',
      'RequestAnswered',
      'EngineerDispatched',
    ]);
    expect(JSON.stringify(body)).not.toMatch(/内部|Cents|stf-|cus-|1512447/);
  });

  it('reads what happened in the order in which it did, also of a letter that was entered a day late', async () => {
    const hoursAgo = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString();
    const receivedAt = hoursAgo(30);
    const { caseNumber } = await registered(clerk, { channel: 'letter', receivedAt });
    const occurredAt = hoursAgo(20);
    await done(clerk, caseNumber, { ...ANSWER, occurredAt }, CLASSIFY);
    const token = await box.token(caseNumber, 'request-answered');
    const { body } = await customer(token).get<View>('/v1/customer/case');
    expect(body.timeline).toMatchObject([
      { type: 'CaseRegistered', at: receivedAt },
      { type: 'RequestAnswered', at: occurredAt },
    ]);
    // A promise that is over appears neither in events nor in rows.
    expect(await box.latest(caseNumber, 'request-received')).not.toMatch(/答复您/);
    expect((await verifying(system.database, { processes: [caseNumber] })).found).toEqual([]);
  });

  it('says when a visit suits them while no time is set, and reads their own words alone', async () => {
    const { caseNumber } = await registered(clerk);
    await done(clerk, caseNumber, ANSWER);
    const by = customer(await box.token(caseNumber, 'request-answered'));
    const view = async (): Promise<View> => (await by.get<View>('/v1/customer/case')).body;
    expect(await view()).toMatchObject({ needsAppointment: false, messages: [] });
    const [own, taken] = [
      { kind: 'question', text: '周三上午方便' },
      { kind: 'question', text: '客户来电：内部' },
    ] as const;
    await done(clerk, caseNumber, CLASSIFY, { type: 'recordMessage', data: taken });
    expect((await view()).needsAppointment).toBe(true);
    expect((await decide(by, 'recordMessage', own)).status).toBe(200);
    await done(clerk, caseNumber, dispatchTo(ENGINEER));
    expect(await view()).toMatchObject({ needsAppointment: false, messages: [own] });
  });

  it('is told by when the answer comes, as its clock has it (R4)', async () => {
    const receivedAt = new Date(Date.now() - 3 * 3_600_000).toISOString();
    const { caseNumber } = await registered(clerk, { channel: 'letter', receivedAt });
    const { params } = await system.database.notification.findFirstOrThrow({
      where: { processId: caseNumber, template: 'request-received' },
    });
    const answerBy = new Date(Date.parse(receivedAt) + DAY_MS).toISOString();
    expect(params).toMatchObject({ answerBy });
    expect(await box.latest(caseNumber, 'request-received')).toMatch(/我们将在 .* 前答复您。/);
    expect((await verifying(system.database, { processes: [caseNumber] })).found).toEqual([]);
  });

  it('moves the appointment to a time that is offered, and to no other', async () => {
    const caseNumber = await dispatched();
    const by = customer(await box.token(caseNumber, 'engineer-appointed'));
    const { body: offered } = await by.get<Static<typeof OfferedAppointments>>(
      '/v1/customer/case/appointments',
    );
    const appointment = offered.items.at(-1);
    if (!appointment) throw new Error('no time is offered');
    const night = { from: '2030-01-01T18:00:00.000Z', to: '2030-01-01T19:00:00.000Z' };
    expect(await decide(by, 'moveAppointment', { appointment: night })).toMatchObject({
      status: 422,
      body: { code: 'APPOINTMENT.NOT_OFFERED' },
    });
    const id = newKey();
    const moved = await decide(by, 'moveAppointment', { appointment }, id);
    expect(moved).toMatchObject({
      status: 200,
      body: { duplicate: false, actions: ['moveAppointment', 'recordMessage'] },
    });
    expect(await decide(by, 'moveAppointment', { appointment }, id)).toMatchObject({
      status: 200,
      body: { duplicate: true },
    });
    const { body } = await clerk.get<{ dispatch: object; timeline: { items: object[] } }>(
      `/v1/cases/${caseNumber}`,
    );
    expect(body.dispatch).toMatchObject({ appointment });
    expect(body.timeline.items).toContainEqual(
      expect.objectContaining({
        type: 'AppointmentMoved',
        actor: expect.objectContaining({ kind: 'customer' }),
        data: expect.objectContaining({ consent: expect.objectContaining({ by: 'customer', how: 'link' }) }),
      }),
    );
  });

  it('answers the survey by a link that is good for one answer and for nothing else', async () => {
    const caseNumber = await resolved();
    const by = customer(await box.token(caseNumber, 'survey-asked'));
    expect(await by.get<Static<typeof CustomerSurvey>>('/v1/customer/survey')).toMatchObject({
      status: 200,
      body: { state: 'open' },
    });
    expect(await by.get('/v1/customer/case')).toMatchObject({
      status: 403,
      body: { code: 'LINK.NOT_FOR_THIS' },
    });
    const answer = { productScore: 5, serviceScore: 4 };
    expect(await decide(by, 'recordSurvey', answer)).toMatchObject({
      status: 200,
      body: { stage: 'surveyed' },
    });
    expect((await by.get('/v1/customer/survey')).status).toBe(410);
  });

  it('is told what they cannot do in their own language, without what is the company’s reason for it', async () => {
    const caseNumber = await resolved();
    const by = customer(await box.token(caseNumber, 'request-received'));
    await done(clerk, caseNumber, { type: 'pause', data: { reason: '内部：等待上级' } });
    const refused = await decide<{ detail: string }>(by, 'recordSurvey', {
      productScore: 5,
      serviceScore: 5,
    });
    expect(refused).toMatchObject({ status: 409, body: { code: 'CUSTOMER.NOT_NOW' } });
    expect(refused.body.detail).toMatch(/目前无法进行此操作/);
    expect(JSON.stringify(refused.body)).not.toContain('内部');
  });
});

describe('A link', () => {
  it('is sent anew by the desk, which never sees its token, and ended by them', async () => {
    const caseNumber = await resolved();
    await done(clerk, caseNumber, { type: 'sendLink', data: {} });
    const token = await box.token(caseNumber, 'case-link');
    const list = await clerk.get<Static<typeof LinkList>>(`/v1/cases/${caseNumber}/links`);
    expect(list.body.items.map(({ purpose }) => purpose).sort()).toEqual(['case', 'case', 'case', 'survey']);
    const stored = await system.database.$queryRaw<object[]>`
      SELECT row_to_json(l)::text AS row FROM customer_link l UNION ALL
      SELECT row_to_json(n)::text FROM notification n WHERE process_id = ${caseNumber}`;
    for (const part of token.split('.')) expect(JSON.stringify([list.body, stored])).not.toContain(part);
    expect((await customer(token).get('/v1/customer/case')).status).toBe(200);
    expect(await clerk.send('POST', `/v1/cases/${caseNumber}/links/revoke`)).toMatchObject({
      status: 200,
      body: { revoked: 4 },
    });
    expect(await customer(token).get('/v1/customer/case')).toMatchObject({
      status: 410,
      body: { code: 'LINK.REVOKED' },
    });
  });

  it('opens one case alone, and none that turned out to be another customer’s', async () => {
    const links = CustomerLinks.of(system.database, system.config);
    if (!links) throw new Error('no links');
    const caseNumber = await resolved();
    const issue = async (customerId: string, issuedAt = new Date()) =>
      (await links.issue({ caseNumber, customerId, purpose: 'case' }, issuedAt)).token;
    const codeOf = async (token: string): Promise<string> =>
      (await customer(token).get('/v1/customer/case')).body.code;
    expect(await codeOf(await issue('cus-0002'))).toBe('LINK.REVOKED');
    expect(await codeOf(await issue('cus-0001', new Date(Date.now() - 61 * DAY_MS)))).toBe('LINK.EXPIRED');
    const unregistered = await issue('cus-0001');
    await system.database.customerLink.deleteMany({ where: { caseNumber, revokedAt: null, usedAt: null } });
    expect(await codeOf(unregistered)).toBe('LINK.INVALID');
    expect(await codeOf(clerk.token)).toBe('LINK.INVALID');
    expect((await clerk.get('/v1/cases')).status).toBe(200);
  });

  it('is no login: it opens none of the staff’s routes, and is asked for on the customers’', async () => {
    const token = await box.token(await resolved(), 'request-received');
    expect(await customer(token).get('/v1/cases')).toMatchObject({ status: 401 });
    const anonymous = await system.app.inject({ url: '/v1/customer/case' });
    expect(anonymous.statusCode).toBe(401);
    expect(anonymous.json()).toMatchObject({ code: 'LINK.REQUIRED' });
    const inAddress = await system.app.inject({ url: `/v1/customer/case?token=${token}` });
    expect(inAddress.statusCode).toBe(401);
  });
});
