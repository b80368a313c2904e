import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseDetail } from '../../../api/cases/detail-schema';
import type { Problem, Reader } from '../../support/reading';
import {
  ANSWER,
  CLASSIFY,
  command,
  done,
  give,
  LANTING,
  registered,
  type Given,
} from '../../support/requests';
import { eventually, startSystem, type TestSystem } from '../../support/system';
import { verifying } from '../verify/verifying';

const REMIND: Given = { type: 'remindApproval', data: { approvalId: 'quote:1' } };
/** Over the limit of the centre’s director. */
const QUOTE: Given = {
  type: 'prepareQuote',
  data: { lines: [{ item: 'parts', partNumber: 'SP-52075', quantity: 1 }] },
};
const secondsBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 1000;

describe('a reminder by hand of whoever asked for an approval (R9)', () => {
  let system: TestSystem;
  let clerk: Reader;
  let director: Reader;
  let manager: Reader;
  let number: string;

  beforeAll(async () => {
    system = await startSystem();
    clerk = await system.as('lu.xinran');
    director = await system.as('gu.chengan');
    manager = await system.as('zhou.huaijin');
    number = await asked();
  });
  afterAll(() => system.close());

  /** A case whose quote waits for the director, on the clerk’s request. */
  async function asked(): Promise<string> {
    const { caseNumber } = await registered(clerk, { unitSerial: LANTING.unitSerial });
    await done(clerk, caseNumber, ANSWER, CLASSIFY, QUOTE);
    return caseNumber;
  }
  const approval = async (of = number) => {
    const { body } = await clerk.get<CaseDetail>(`/v1/cases/${of}`);
    const found = body.approvals.at(-1);
    if (!found) throw new Error(`${of} waits for nobody`);
    return { ...found, allowedCommands: body.allowedCommands };
  };
  const refusal = async (by: Reader, given: Given, headers: Record<string, string> = {}) => {
    const { status, body } = await give<Problem>(by, number, [command(given)], headers);
    return { ...body, status };
  };

  it('is offered to whoever asked, and to nobody else', async () => {
    expect((await approval()).allowedCommands).toContain('remindApproval');
    for (const by of [director, manager]) {
      const { body } = await by.get<CaseDetail>(`/v1/cases/${number}`);
      expect(body.allowedCommands).not.toContain('remindApproval');
      expect(await refusal(by, REMIND)).toMatchObject({
        status: 403,
        code: 'APPROVAL.NOT_YOUR_REQUEST',
        detail: expect.stringContaining('陆欣然'),
      });
    }
    expect((await approval()).reminders).toEqual([]);
  });

  it('stands in the history of the approval, and is told to whoever has to decide, once however often it is sent', async () => {
    const remind = command(REMIND);
    expect(await give(clerk, number, [remind])).toMatchObject({ status: 200, body: { duplicate: false } });
    expect(await give(clerk, number, [remind])).toMatchObject({ status: 200, body: { duplicate: true } });
    const { reminders, status, askedAt } = await approval();
    expect({ status, reminders }).toEqual({
      status: 'open',
      reminders: [{ by: '陆欣然', at: expect.any(String), againFrom: expect.any(String) }],
    });
    const notices = await system.database.notification.findMany({
      where: { processId: number, template: 'approval-reminded' },
    });
    expect(notices.map(({ staffId }) => staffId)).toEqual(['stf-009']);
    expect(notices).toMatchObject([{ params: { by: '陆欣然', since: askedAt, approvalKind: 'quote' } }]);
  });

  it('is given once in the time of the policy, and too soon says from when on, in both languages', async () => {
    const [{ at, againFrom } = { at: '', againFrom: '' }] = (await approval()).reminders;
    // As the sample company’s policy for approvals has it.
    expect(secondsBetween(at, againFrom)).toBe(1_800);
    const tooSoon = { status: 409, code: 'APPROVAL.REMINDED_ALREADY', params: { at, from: againFrom } };
    expect(await refusal(clerk, REMIND, { 'accept-language': 'en' })).toMatchObject({
      ...tooSoon,
      detail: expect.stringContaining('You can send the next one from'),
    });
    expect(await refusal(clerk, REMIND, { 'accept-language': 'zh' })).toMatchObject({
      ...tooSoon,
      detail: expect.stringContaining('起可再次催办'),
    });
    expect((await approval()).reminders).toHaveLength(1);
    expect((await approval()).allowedCommands).not.toContain('remindApproval');
    expect((await sinceItChanged(number)).status).toBe(304);
  });

  /** For a reader who has the case as it was when its row was last written. */
  const sinceItChanged = async (of: string) => {
    const { seq } = await system.database.process.findUniqueOrThrow({ where: { id: of } });
    const { updatedAt } = await system.database.serviceCase.findUniqueOrThrow({ where: { number: of } });
    return clerk.ask(`/v1/cases/${of}`, {
      'if-none-match': `"${seq}-zh"`,
      'if-modified-since': updatedAt.toUTCString(),
    });
  };

  /** A policy as it is entered: without who entered it, and when. */
  const policyOf = async (wanted: string): Promise<object> => {
    const { body } = await manager.get<{ items: (object & { id: string })[] }>('/v1/policies');
    const found = body.items.find(({ id }) => id === wanted) ?? {};
    return Object.fromEntries(
      Object.entries(found).filter(([field]) => field !== 'enteredAt' && field !== 'enteredBy'),
    );
  };

  it('follows the policy that governs the approval, once there is another', async () => {
    const policy = await policyOf('approval');
    const changes = {
      id: 'approval-impatient',
      remindEverySeconds: 2,
      effectiveFrom: new Date().toISOString(),
    };
    expect(await manager.send('POST', '/v1/policies', {}, { ...policy, ...changes })).toMatchObject({
      status: 201,
      body: { remindEverySeconds: 2 },
    });
    const later = await asked();
    await done(clerk, later, REMIND);
    const [{ at, againFrom } = { at: '', againFrom: '' }] = (await approval(later)).reminders;
    expect(secondsBetween(at, againFrom)).toBe(2);
    // The reminder is offered again after that time, and the ETag of an earlier reader no longer matches.
    const { body: changed } = await eventually(
      () => sinceItChanged(later),
      ({ status }) => status === 200,
    );
    expect(changed).toContain('"remindApproval"');
  });

  it('is a matter of approvals alone: no other clock takes its time', async () => {
    const policy = await policyOf('answer');
    const wrong = { ...policy, id: 'answer-reminded', remindEverySeconds: 60 };
    expect(await manager.send('POST', '/v1/policies', {}, wrong)).toMatchObject({
      status: 422,
      body: { code: 'POLICY.INVALID', errors: [{ field: 'remindEverySeconds' }] },
    });
  });

  it('is too late once somebody has decided, and about nothing where there is no such approval', async () => {
    const decide: Given = {
      type: 'decideApproval',
      data: { approvalId: 'quote:1', decision: 'approve', reason: '同意。' },
    };
    await done(director, number, decide);
    expect(await refusal(clerk, REMIND)).toMatchObject({
      status: 409,
      code: 'APPROVAL.DECIDED_ALREADY',
      detail: expect.stringContaining('顾承安'),
    });
    expect(await refusal(clerk, { type: 'remindApproval', data: { approvalId: 'quote:9' } })).toMatchObject({
      status: 422,
      code: 'APPROVAL.UNKNOWN',
    });
    expect((await verifying(system.database)).found).toEqual([]);
  });
});
