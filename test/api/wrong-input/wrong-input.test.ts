import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contentsOf } from '../../support/contents';
import type { Problem } from '../../support/reading';
import {
  ANSWER,
  aRequest,
  CLASSIFY,
  command,
  done,
  give,
  registered,
  send,
  sendAndStart,
} from '../../support/requests';
import { eventually, newKey, startSystem, type TestSystem } from '../../support/system';
import { WRONG_COMMANDS } from './commands';
import { WRONG_READS } from './reads';
import { WRONG_REQUESTS } from './requests';
import type { Wrong } from './wrong';

describe('what is sent wrongly is told what is wrong with it, and changes nothing', () => {
  let system: TestSystem;
  let caseNumber: string;

  beforeAll(async () => {
    system = await startSystem();
    const clerk = await system.as('lu.xinran');
    ({ caseNumber } = await registered(clerk));
    await done(clerk, caseNumber, ANSWER, CLASSIFY);
  });
  afterAll(() => system.close());

  const contents = () => contentsOf(system.database);

  const urlOf = (to: string): string =>
    to === 'requests' ? '/v1/requests' : to === 'commands' ? `/v1/cases/${caseNumber}/commands` : to;

  async function ask(
    { to, method = 'POST', body, text, headers, by = 'lu.xinran' }: Wrong,
    language: string,
  ) {
    const { token } = await system.as(by);
    const response = await system.app.inject({
      method,
      url: urlOf(to),
      headers: {
        authorization: `Bearer ${token}`,
        'idempotency-key': newKey(),
        'accept-language': language,
        ...headers,
      },
      ...(body !== undefined && { payload: body }),
      ...(text !== undefined && { payload: text }),
    });
    const problem: Problem = response.json();
    return { response, problem };
  }

  describe.each([
    ['requests', WRONG_REQUESTS],
    ['commands', WRONG_COMMANDS],
    ['reads', WRONG_READS],
  ])('%s', (_kind, rows) => {
    let before: string;
    beforeAll(async () => {
      before = await contents();
    });

    it.each(rows.map((row) => [row.name, row] as const))('%s', async (_name, row) => {
      const { response, problem } = await ask(row, 'en');
      const [fault] = problem.errors;
      expect(`${response.statusCode} ${problem.code} ${fault?.field ?? ''}`.trim()).toBe(row.expected);
      expect(response.headers['content-type']).toContain('application/problem+json');
      const chinese = await ask(row, 'zh-CN,zh;q=0.9,en;q=0.5');
      expect(chinese.problem.code).toBe(problem.code);
      expect(chinese.problem.detail).toMatch(/\p{Script=Han}|：/u);
      expect(chinese.problem.detail).not.toBe(problem.detail);
      if (problem.code === 'REQUEST.INVALID' && fault) {
        expect(chinese.problem.errors[0]?.reason).toMatch(/\p{Script=Han}/u);
        expect(`${problem.detail} ${fault.reason}`).not.toMatch(/must NOT|property|\bdata\.|\^/);
      }
    });

    it('has changed nothing', async () => {
      expect(await contents()).toBe(before);
    });
  });

  it('a replayed key with another body changes nothing either', async () => {
    const clerk = await system.as('lu.xinran');
    const key = newKey();
    const first = await send(clerk, aRequest(), key);
    expect(first.status).toBe(201);
    const before = await contents();
    expect((await send<Problem>(clerk, aRequest({ text: '别的' }), key)).body.code).toBe(
      'IDEMPOTENCY.KEY_REUSED',
    );
    expect(await contents()).toBe(before);
  });

  it.each([
    "'; DROP TABLE request; --",
    '<script>alert(1)</script>',
    '${7*7} {{7*7}}',
    '😀 𠮷 txt',
    '{"$ne":null}',
  ])('takes %j for what it is: text', async (text) => {
    const clerk = await system.as('lu.xinran');
    const { status, body } = await sendAndStart(clerk, aRequest({ subject: text, text }));
    expect(status).toBe(201);
    const kept = await clerk.get<{ subject: string; text: string }>(`/v1/requests/${body.number}`);
    expect(kept.body).toMatchObject({ subject: text, text });
    const noted = await give(clerk, body.caseNumber, [command({ type: 'addNote', data: { text } })]);
    expect(noted.status).toBe(200);
    const { data } = await eventually(
      () =>
        system.database.processEvent.findFirstOrThrow({
          where: { processId: body.caseNumber, type: 'NoteAdded' },
        }),
      () => true,
    );
    expect(data).toEqual({ text });
  });
});
