import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CustomerLinks } from '../../../../platform/customer-links';
import type { TestApi } from '../../../support/api';
import { aCase } from '../../../support/cases';
import { contentsOf } from '../../../support/contents';
import { companyApi, type Problem } from '../../../support/reading';

const ID = 'hostile-body-1';
const survey = (data: unknown, more: object = {}) => ({ id: ID, type: 'recordSurvey', data, ...more });
const SCORES = { productScore: 5, serviceScore: 5 };
const moved = (more: object, window: object = {}) => ({
  id: ID,
  type: 'moveAppointment',
  data: {
    appointment: { from: '2030-01-01T01:00:00Z', to: '2030-01-01T03:00:00Z', ...window },
    ...more,
  },
});
const quote = (data: object) => ({ id: ID, type: 'decideQuote', data });
const receipt = (data: object) => ({ id: ID, type: 'confirmReceipt', data });
const staffs = (type: string, data: object = {}) => ({ id: ID, type, data });

const JSON_TYPE = 'application/json';
/** Name, what is sent, and the answer: status, code, and the field it names. */
const WRONG: readonly (readonly [string, unknown, string, string?])[] = [
  ['nothing', '', '400 REQUEST.INVALID'],
  ['half of a JSON', '{"id":"hostile-body-1","type":"recordSurvey","data":{', '400 REQUEST.INVALID'],
  ['a list of commands', [survey(SCORES)], '400 REQUEST.INVALID'],
  ['staff’s form of commands', { commands: [survey(SCORES)] }, '400 REQUEST.INVALID type'],
  ['null', null, '400 REQUEST.INVALID'],
  ['a number', 7, '400 REQUEST.INVALID'],
  [
    'a form',
    'type=recordSurvey&id=hostile-body-1',
    '415 REQUEST.UNSUPPORTED_MEDIA_TYPE',
    'application/x-www-form-urlencoded',
  ],
  ['XML', '<survey/>', '415 REQUEST.UNSUPPORTED_MEDIA_TYPE', 'application/xml'],
  [
    'more than anybody has to say',
    survey({ ...SCORES, comment: '坏'.repeat(300_000) }),
    '413 REQUEST.TOO_LARGE',
  ],
  [
    'a comment that no field takes',
    survey({ ...SCORES, comment: '坏'.repeat(5_001) }),
    '400 REQUEST.INVALID data.comment',
  ],
  [
    'a score above the scale',
    survey({ ...SCORES, serviceScore: 6 }),
    '400 REQUEST.INVALID data.serviceScore',
  ],
  ['a score below it', survey({ ...SCORES, serviceScore: 0 }), '400 REQUEST.INVALID data.serviceScore'],
  ['half a point', survey({ ...SCORES, productScore: 4.5 }), '400 REQUEST.INVALID data.productScore'],
  ['a score in words', survey({ ...SCORES, productScore: '5' }), '400 REQUEST.INVALID data.productScore'],
  ['one score alone', survey({ productScore: 5 }), '400 REQUEST.INVALID data.serviceScore'],
  [
    'an answer that claims to have come by telephone',
    survey({ ...SCORES, how: 'phone' }),
    '400 REQUEST.INVALID data.how',
  ],
  [
    'an answer in another’s name',
    survey(SCORES, { actor: { kind: 'staff', id: 'stf-010' } }),
    '400 REQUEST.INVALID actor',
  ],
  [
    'an answer for another case',
    survey(SCORES, { caseNumber: 'AS-2026-000001' }),
    '400 REQUEST.INVALID caseNumber',
  ],
  [
    'an answer that happened earlier',
    survey(SCORES, { occurredAt: '2026-01-01T00:00:00Z' }),
    '400 REQUEST.INVALID occurredAt',
  ],
  [
    'a prototype to be polluted',
    '{"id":"hostile-body-1","type":"recordSurvey","data":{"__proto__":{"productScore":5}}}',
    '400 REQUEST.INVALID',
  ],
  [
    'a constructor to be polluted',
    '{"id":"hostile-body-1","type":"recordSurvey","data":{"constructor":{"prototype":{"x":1}}}}',
    '400 REQUEST.INVALID',
  ],
  ['no id', { type: 'recordSurvey', data: SCORES }, '400 REQUEST.INVALID id'],
  ['an id too short to be one', { ...survey(SCORES), id: '1' }, '400 REQUEST.INVALID id'],
  ['an id that is a query', { ...survey(SCORES), id: "x'; DROP TABLE request;--" }, '400 REQUEST.INVALID id'],
  ['no type', { id: ID, data: SCORES }, '400 REQUEST.INVALID type'],
  [
    'a consent of their own making',
    moved({ consent: { by: 'customer', how: 'phone', at: '2026-01-01T00:00:00Z' } }),
    '400 REQUEST.INVALID data.consent',
  ],
  ['a time that is none', moved({}, { from: 'tomorrow' }), '400 REQUEST.INVALID data.appointment.from'],
  ['a time that nobody offered', moved({}), '422 APPOINTMENT.NOT_OFFERED data.appointment'],
  [
    'a time that ends before it begins',
    moved({}, { to: '2029-01-01T01:00:00Z' }),
    '422 APPOINTMENT.NOT_OFFERED data.appointment',
  ],
  ['an engineer of their choice', moved({ engineerId: 'stf-001' }), '400 REQUEST.INVALID data.engineerId'],
  [
    'a price of their own',
    quote({ version: 1, decision: 'accept', totalCents: 1 }),
    '400 REQUEST.INVALID data.totalCents',
  ],
  ['a decision that is none', quote({ version: 1, decision: 'haggle' }), '400 REQUEST.INVALID data.decision'],
  ['a version that is none', quote({ version: 0, decision: 'accept' }), '400 REQUEST.INVALID data.version'],
  [
    'an order that is no number',
    receipt({ order: '../../PO-2026-000001', shipment: 1 }),
    '400 REQUEST.INVALID data.order',
  ],
  [
    'an order that is not theirs',
    receipt({ order: 'PO-2026-000001', shipment: 1 }),
    '422 REQUEST.REFERENCE_UNKNOWN data.order',
  ],
  ...[
    'answer',
    'close',
    'cancel',
    'addNote',
    'recordRevisit',
    'overruleEntitlement',
    'decideApproval',
    'register',
    'elapseClock',
    'toString',
    '__proto__',
  ].map(
    (type) =>
      [`a command that is not a customer’s: ${type}`, staffs(type), '400 COMMAND.UNKNOWN type'] as const,
  ),
];

describe('What a customer sends by a good link that is no decision of theirs', () => {
  let api: TestApi;
  let tokens: readonly string[];
  let before: string;

  beforeAll(async () => {
    api = await companyApi();
    const { database, config } = api;
    const { number } = await aCase(database).of('cus-0001').answered().classified().dispatched().commit();
    const links = CustomerLinks.of(database, config);
    const order = { caseNumber: number, customerId: 'cus-0001', purpose: 'case' } as const;
    // One for each: a link is not heard without end.
    const issued = [];
    for (let n = 0; n <= WRONG.length; n += 1)
      issued.push((await links?.issue(order, new Date()))?.token ?? '');
    tokens = issued;
    before = await contentsOf(database);
  });
  afterAll(() => api.close());

  const ask = (token: string, n: number, body: unknown, language: string, contentType = JSON_TYPE) =>
    api.app.inject({
      method: 'POST',
      url: '/v1/customer/case/commands',
      remoteAddress: `198.51.100.${n + 1}`,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': contentType,
        'accept-language': language,
      },
      payload: typeof body === 'string' ? body : JSON.stringify(body),
    });

  it.each(WRONG.map(([name, body, answer, type], n) => [name, answer, { n, body, type }] as const))(
    '%s: %s',
    async (_name, expected, { n, body, type }) => {
      const response = await ask(tokens[n] ?? '', n, body, 'en', type);
      const problem: Problem = response.json();
      expect(`${response.statusCode} ${problem.code} ${problem.errors[0]?.field ?? ''}`.trim()).toBe(
        expected,
      );
      expect(response.headers['content-type']).toContain('application/problem+json');
      const chinese: Problem = (await ask(tokens[n] ?? '', n, body, 'zh', type)).json();
      expect(chinese.code).toBe(problem.code);
      expect(chinese.detail).toMatch(/\p{Script=Han}/u);
    },
  );

  it('more often than anybody decides: told to wait, from the twenty-first of a link on, wherever it comes from', async () => {
    const token = tokens[WRONG.length] ?? '';
    const answers = [];
    for (let n = 0; n < 22; n += 1)
      answers.push(await ask(token, n, receipt({ order: 'PO-2026-000001', shipment: 1 }), 'en'));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([...Array<number>(20).fill(422), 429, 429]);
    for (const response of answers.slice(20)) {
      expect(response.json<Problem>().code).toBe('RATE.LIMITED');
      expect(Number(response.headers['retry-after'])).toBeGreaterThan(0);
    }
  });

  it('more often than a whole company does: told to wait by its address, whatever links it has', async () => {
    const statuses = new Map<number, number>();
    for (let n = 0; n < 125; n += 1) {
      const { statusCode } = await ask('made-up.token.of-nobody', WRONG.length + 50, staffs('close'), 'en');
      statuses.set(statusCode, (statuses.get(statusCode) ?? 0) + 1);
    }
    expect([...statuses]).toEqual([
      [401, 120],
      [429, 5],
    ]);
  });

  it('has changed nothing', async () => {
    expect(await contentsOf(api.database)).toBe(before);
  });
});
