import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ApprovalView } from '../../../api/approvals/schema';
import type { CaseDetail } from '../../../api/cases/detail-schema';
import type { WireData } from '../../../api/case-commands/schema';
import type { Page, Problem, Reader } from '../../support/reading';
import {
  ANSWER,
  CLASSIFY,
  command,
  dispatchTo,
  done,
  give,
  LANTING,
  registered,
  type Done,
  type Given,
} from '../../support/requests';
import { startSystem, type TestSystem } from '../../support/system';
import { verifying } from '../verify/verifying';

const BEARINGS = 'SP-52075';
const LINES: WireData<'prepareQuote'>['lines'] = [
  { item: 'labour', minutes: 240 },
  { item: 'travel', trips: 1 },
  { item: 'parts', partNumber: BEARINGS, quantity: 1 },
];
const DIAGNOSE: Given = {
  type: 'diagnose',
  data: {
    faultCode: 'high-temperature',
    causeCode: 'wear-out',
    finding: '主机轴承磨损，温升 95 ℃。',
    plan: '更换主机轴承组件。',
    parts: [{ partNumber: BEARINGS, quantity: 1 }],
  },
};
const decision = (approvalId: string, verdict: 'approve' | 'reject', reason = '同意。'): Given => ({
  type: 'decideApproval',
  data: { approvalId, decision: verdict, reason },
});
const delegation = (approvalId: string, staffId: string): Given => ({
  type: 'delegateApproval',
  data: { approvalId, staffId, reason: '出差' },
});

describe('approvals by the company’s rules (R9, R12, R17)', () => {
  let system: TestSystem;
  let clerk: Reader;
  let director: Reader;
  let manager: Reader;
  let engineer: Reader;
  let southern: Reader;
  let number: string;

  beforeAll(async () => {
    system = await startSystem();
    clerk = await system.as('lu.xinran');
    director = await system.as('gu.chengan');
    manager = await system.as('zhou.huaijin');
    engineer = await system.as('li.wei');
    southern = await system.as('liang.shaofeng');
    ({ caseNumber: number } = await registered(clerk, { unitSerial: LANTING.unitSerial }));
    await done(clerk, number, ANSWER, CLASSIFY, dispatchTo('stf-027'));
    await done(engineer, number, { type: 'arrive', data: {} }, DIAGNOSE);
  });
  afterAll(() => system.close());

  const detail = async (by = clerk) => (await by.get<CaseDetail>(`/v1/cases/${number}`)).body;
  const inbox = async (by: Reader, query = '') =>
    (await by.get<Page<ApprovalView>>(`/v1/approvals?${query}`)).body.items.map(
      ({ approvalId, case: { number: of } }) => `${of} ${approvalId}`,
    );
  const refusal = async (by: Reader, given: Given) => {
    const { status, body } = await give<Problem>(by, number, [command(given)]);
    return `${status} ${body.code} ${body.errors[0]?.field ?? ''}`.trim();
  };

  it('a plan over the limit is put before the director of the centre, by what its parts cost', async () => {
    const { allowedCommands } = await detail();
    const { approvals } = await detail(director);
    expect(approvals).toMatchObject([
      {
        approvalId: 'repair-plan:1',
        status: 'open',
        what: '更换主机轴承组件。',
        amountCents: 596_000,
        currency: 'CNY',
        ruleId: 'plan-over-3000',
        askedBy: { id: 'stf-027' },
        with: { role: 'centre-director', organisationId: 'east' },
        decided: null,
      },
    ]);
    expect(allowedCommands).not.toContain('decideApproval');
    expect(
      await refusal(engineer, {
        type: 'repair',
        data: { fault: 'x', cause: 'x', work: 'x', verification: 'x' },
      }),
    ).toBe('409 CASE.APPROVAL_PENDING');
  });

  it('it stands in the inbox of whoever has to decide, and of nobody else', async () => {
    const one = [`${number} repair-plan:1`];
    expect(await inbox(director)).toEqual(one);
    expect(await inbox(director, 'kind=repair-plan&overdue=false')).toEqual(one);
    expect(await inbox(director, 'kind=quote')).toEqual([]);
    expect(await inbox(director, 'overdue=true')).toEqual([]);
    for (const by of [manager, clerk, engineer]) {
      expect(await inbox(by)).toEqual([]);
      expect(await inbox(by, `scope=all&caseNumber=${number}`)).toEqual(one);
    }
    expect(await inbox(southern, 'scope=all')).toEqual([]);
    const { body } = await director.get<Page<ApprovalView>>('/v1/approvals');
    expect(body.items).toMatchObject([
      {
        kind: 'repair-plan',
        amountCents: 596_000,
        askedBy: { id: 'stf-027', name: '李巍' },
        why: { zh: '维修方案备件费用超过 3000 元' },
        dueAt: expect.any(String),
        case: { number, stage: 'on-site' },
      },
    ]);
    expect((await director.get('/v1/approvals?kind=holiday')).body).toMatchObject({
      code: 'REQUEST.INVALID',
      errors: [{ field: 'kind' }],
    });
  });

  it('is not decided by the wrong person, about the wrong thing or in the wrong words', async () => {
    const approve = decision('repair-plan:1', 'approve');
    expect(await refusal(clerk, approve)).toBe('403 APPROVAL.NOT_YOURS');
    expect(await refusal(engineer, approve)).toBe('403 APPROVAL.OWN_REQUEST');
    expect(await refusal(southern, approve)).toBe('404 RESOURCE.NOT_FOUND');
    expect(await refusal(director, decision('quote:1', 'approve'))).toBe(
      '422 APPROVAL.UNKNOWN data.approvalId',
    );
    const maybe = {
      type: 'decideApproval',
      data: { approvalId: 'repair-plan:1', decision: 'maybe', reason: 'x' },
    };
    const { status, body } = await give<Problem>(director, number, [{ ...maybe, id: 'command-maybe' }]);
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'REQUEST.INVALID' });
    expect(await refusal(director, delegation('repair-plan:1', 'stf-027'))).toBe(
      '403 APPROVAL.OWN_REQUEST data.staffId',
    );
    for (const nobody of ['stf-015', 'stf-999'])
      expect(await refusal(director, delegation('repair-plan:1', nobody))).toBe(
        '422 REQUEST.REFERENCE_UNKNOWN commands.0.data.staffId',
      );
  });

  it('is handed to a colleague, who decides it once however often it is sent', async () => {
    await done(director, number, delegation('repair-plan:1', 'stf-010'));
    expect(await inbox(clerk)).toEqual([`${number} repair-plan:1`]);
    const approve = command(decision('repair-plan:1', 'approve', '轴承已到更换周期。'));
    expect(await give(clerk, number, [approve])).toMatchObject({ status: 200, body: { duplicate: false } });
    expect(await give(clerk, number, [approve])).toMatchObject({ status: 200, body: { duplicate: true } });
    expect((await detail()).approvals).toMatchObject([
      {
        status: 'approved',
        delegated: { to: { id: 'stf-010' }, by: '顾承安' },
        decided: { by: '陆欣然', reason: '轴承已到更换周期。' },
      },
    ]);
    expect(await inbox(clerk)).toEqual([]);
  });

  it('a quote over the limit waits, and the customer is not asked', async () => {
    await done(engineer, number, { type: 'prepareQuote', data: { lines: LINES } });
    const { quote, approvals, clocks } = await detail();
    expect(quote).toMatchObject({ status: 'in-approval', validUntil: null });
    expect(approvals.at(-1)).toMatchObject({
      approvalId: 'quote:1',
      ruleId: 'quote-over-5000',
      status: 'open',
    });
    expect(clocks.find(({ name }) => name === 'quote')).toBeUndefined();
    const consent = { by: 'customer', how: 'phone', at: new Date().toISOString() } as const;
    expect(
      await refusal(clerk, { type: 'decideQuote', data: { version: 1, decision: 'accept', consent } }),
    ).toBe('409 QUOTE.NOT_OFFERED');
  });

  it('rejected, it goes back with the reason, and what is revised is asked for anew', async () => {
    await done(director, number, decision('quote:1', 'reject', '工时偏高，请核减。'));
    const { quote, tasks } = await detail();
    expect(quote?.status).toBe('disapproved');
    expect(tasks.map(({ kind }) => kind)).toContain('revise-quote');
    await done(clerk, number, { type: 'reviseQuote', data: { lines: LINES, reason: '工时已核减' } });
    expect((await detail()).approvals.map(({ status }) => status)).toEqual(['approved', 'rejected', 'open']);
    expect(await refusal(director, decision('quote:1', 'approve'))).toBe(
      '409 APPROVAL.DECIDED_ALREADY data.approvalId',
    );
  });

  it('of two supervisors at once one decides, and the other is told who did', async () => {
    const address = await system.app.listen({ host: '127.0.0.1', port: 0 });
    const url = `${address}/v1/cases/${number}/commands`;
    const decide = async ({ token }: Reader) => {
      const answer = await fetch(url, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ commands: [command(decision('quote:2', 'approve'))] }),
      });
      return { status: answer.status, body: (await answer.json()) as Done & Problem };
    };
    const deputy = await system.as('lin.shuhe');
    const answers = await Promise.all([director, manager, deputy, director, manager, deputy].map(decide));
    const lost = answers.filter(({ status }) => status !== 200);
    expect(lost).toHaveLength(answers.length - 1);
    const { approvals, quote } = await detail();
    const by = approvals.at(-1)?.decided?.by ?? '';
    for (const { status, body } of lost) {
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'APPROVAL.DECIDED_ALREADY' });
      expect(body.detail).toContain(by);
    }
    expect(quote).toMatchObject({ status: 'offered', version: 2 });
  });

  it('once it is approved the customer decides it, and nothing that was shown differs from what was done', async () => {
    const { quote } = await detail();
    expect(Date.parse(quote?.validUntil ?? '')).toBeGreaterThan(Date.now() + 14 * 86_400_000);
    const consent = { by: 'customer', how: 'phone', at: new Date().toISOString() } as const;
    await done(clerk, number, { type: 'decideQuote', data: { version: 2, decision: 'accept', consent } });
    expect((await detail()).quote?.status).toBe('accepted');
    const { found, counts } = await verifying(system.database);
    expect(found).toEqual([]);
    expect(counts.processes).toBeGreaterThan(0);
  });

  it('a supervisor’s own quote goes to the supervisor above, whoever else holds their post', async () => {
    const { caseNumber } = await registered(clerk, { unitSerial: LANTING.unitSerial });
    await done(clerk, caseNumber, ANSWER, CLASSIFY);
    await done(director, caseNumber, { type: 'prepareQuote', data: { lines: LINES } });
    const { approvals } = (await clerk.get<CaseDetail>(`/v1/cases/${caseNumber}`)).body;
    expect(approvals).toMatchObject([{ with: { role: 'hq-service-manager', organisationId: 'hq' } }]);
    expect(await inbox(director)).not.toContain(`${caseNumber} quote:1`);
    expect(await inbox(manager)).toContain(`${caseNumber} quote:1`);
    const pages = await manager.all<ApprovalView>('/v1/approvals?limit=1');
    expect(pages.flat().map(({ case: { number: of } }) => of)).toEqual([caseNumber]);
    await done(director, caseNumber, { type: 'cancel', data: { reason: '客户撤回' } });
    expect(await inbox(manager)).toEqual([]);
  });

  it('a rule that the register gains governs what is put forward from then on', async () => {
    const rule = {
      code: 'pudong-every-quote',
      kind: 'quote',
      organisationId: 'east',
      role: 'sales',
      tier: 'hq',
      nameEn: 'Every quote of the east',
      nameZh: '华东全部报价',
      effectiveFrom: new Date().toISOString(),
    };
    expect((await manager.send('POST', '/v1/approval-rules', {}, rule)).status).toBe(201);
    const { caseNumber } = await registered(clerk, { unitSerial: LANTING.unitSerial });
    await done(clerk, caseNumber, ANSWER, CLASSIFY);
    await done(clerk, caseNumber, { type: 'prepareQuote', data: { lines: LINES.slice(1, 2) } });
    expect(await inbox(await system.as('chen.muyuan'))).toEqual([`${caseNumber} quote:1`]);
  });
});
