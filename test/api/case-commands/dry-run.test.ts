import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DryRunResult } from '../../../api/case-commands/dry-run-schema';
import type { CaseDetail } from '../../../api/cases/detail-schema';
import type { TestApi } from '../../support/api';
import { aCase } from '../../support/cases';
import { PartsStack } from '../../support/parts-stack';
import { companyApi, reader, type Problem, type Reader } from '../../support/reading';
import {
  ANSWER,
  CLASSIFY,
  command,
  dispatchTo,
  done,
  registered,
  REPAIR,
  type Given,
} from '../../support/requests';
import { eventually, newKey, startSystem, type TestSystem } from '../../support/system';

const dryRun = <T = DryRunResult>(
  by: Reader,
  path: string,
  given: readonly object[],
  headers: Readonly<Record<string, string>> = {},
) => by.send<T>('POST', `${path}/commands?dryRun=true`, headers, { commands: given });

describe('A dry run', () => {
  let system: TestSystem;
  let clerk: Reader;
  let engineer: Reader;
  beforeAll(async () => {
    system = await startSystem();
    clerk = await system.as('lu.xinran');
    engineer = await system.as('li.wei');
  });
  afterAll(() => system.close());

  const read = async (number: string) => (await clerk.get<CaseDetail>(`/v1/cases/${number}`)).body;
  /** All that a command could leave in PostgreSQL. */
  const written = () =>
    Promise.all([
      system.database.process.findMany({ orderBy: { id: 'asc' } }),
      system.database.processEvent.count(),
      system.database.processCommand.count(),
      system.database.engineerSlot.count(),
      system.database.notification.count(),
      system.database.task.findMany({ orderBy: [{ processId: 'asc' }, { key: 'asc' }] }),
    ]);

  it('tells of each step of a repair what the command then does, and changes nothing', async () => {
    const { caseNumber } = await registered(clerk);
    const steps: readonly (readonly [Reader, readonly Given[]])[] = [
      [clerk, [ANSWER]],
      [clerk, [CLASSIFY]],
      [clerk, [dispatchTo('stf-027', [{ partNumber: 'SP-11022', quantity: 1 }])]],
      [
        engineer,
        [
          { type: 'depart', data: {} },
          { type: 'arrive', data: {} },
        ],
      ],
      [engineer, [REPAIR]],
    ];
    for (const [by, given] of steps) {
      const commands = given.map((one) => command(one));
      const before = await written();
      const { status, body: told } = await dryRun(by, `/v1/cases/${caseNumber}`, commands);
      expect([status, told.outcome, told.refusal]).toEqual([200, 'accepted', null]);
      expect(await written()).toEqual(before);
      const was = await read(caseNumber);
      await by.send('POST', `/v1/cases/${caseNumber}/commands`, {}, { commands });
      const is = await read(caseNumber);
      const events = is.timeline.items.filter(({ seq }) => seq > was.version && seq <= told.seq);
      expect(told.events.map(({ seq, type, actor }) => ({ seq, type, actor }))).toEqual(
        events.map(({ seq, type, actor }) => ({ seq, type, actor })),
      );
      expect([told.stageBefore, told.stage]).toEqual([was.stage, is.stage]);
      for (const { key } of told.tasks.opened) expect(was.tasks.map((task) => task.key)).not.toContain(key);
      for (const { key } of told.tasks.ended) expect(was.tasks.map((task) => task.key)).toContain(key);
    }
  });

  it('tells whom messages would go to, which promises begin and end, and what could be done next', async () => {
    const { caseNumber } = await registered(clerk);
    const { body } = await dryRun(clerk, `/v1/cases/${caseNumber}`, [command(ANSWER)]);
    expect(body.clocks.map(({ after }) => [after?.name, after?.state])).toContainEqual(['answer', 'met']);
    expect(body.messages).toContainEqual(
      expect.objectContaining({
        template: 'request-answered',
        to: { kind: 'customer', id: 'cus-0001', name: expect.any(String) },
        language: 'zh',
        text: expect.stringContaining('马上安排'),
      }),
    );
    expect(body.tasks.ended).toMatchObject([{ kind: 'answer-request' }]);
    expect(body.allowedCommands).toContain('classify');
  });

  it('names in figures what a command takes away', async () => {
    const { caseNumber } = await registered(clerk);
    const path = `/v1/cases/${caseNumber}`;
    expect((await dryRun(clerk, path, [command(ANSWER)])).body.consequences).toEqual([]);
    const parts = [{ partNumber: 'SP-11022', quantity: 2 }];
    const commands = [ANSWER, CLASSIFY, dispatchTo('stf-027', parts)].map((one) => command(one));
    await clerk.send('POST', `${path}/commands`, {}, { commands });
    const director = await system.as('gu.chengan');
    const cancel = command({ type: 'cancel', data: { reason: '客户自行处理' } });
    const { body } = await dryRun(director, path, [cancel]);
    const { dispatch } = await read(caseNumber);
    expect(body.consequences).toEqual([
      {
        kind: 'visit-cancelled',
        subject: expect.any(String),
        names: null,
        count: null,
        appointment: dispatch?.appointment,
      },
      {
        kind: 'parts-released',
        subject: 'SP-11022 × 2',
        names: null,
        count: 2,
        appointment: null,
      },
    ]);
  });

  it('leaves the ids of its commands free', async () => {
    const { caseNumber } = await registered(clerk);
    const one = command(ANSWER);
    await dryRun(clerk, `/v1/cases/${caseNumber}`, [one]);
    await dryRun(clerk, `/v1/cases/${caseNumber}`, [{ ...one, data: { text: '另一个答复' } }]);
    const answer = await clerk.send('POST', `/v1/cases/${caseNumber}/commands`, {}, { commands: [one] });
    expect(answer).toMatchObject({ status: 200, body: { duplicate: false } });
  });

  it('tells that an engineer has no time, in both languages, and takes none of it', async () => {
    const { caseNumber } = await registered(clerk);
    const other = (await registered(clerk)).caseNumber;
    for (const number of [caseNumber, other]) await done(clerk, number, ANSWER, CLASSIFY);
    const dispatch = dispatchTo('stf-028');
    const free = await dryRun(clerk, `/v1/cases/${other}`, [command(dispatch)]);
    expect(free.body.outcome).toBe('accepted');
    await done(clerk, caseNumber, dispatch);
    const { status, body } = await dryRun(clerk, `/v1/cases/${other}`, [command(dispatch)]);
    expect([status, body.outcome, body.refusal]).toEqual([
      200,
      'refused',
      {
        code: 'ENGINEER.NOT_FREE',
        status: 409,
        words: { en: expect.stringContaining('徐正阳'), zh: expect.stringContaining('徐正阳') },
        field: 'data.appointment',
        params: expect.objectContaining({ engineerId: 'stf-028' }),
      },
    ]);
    expect(body.refusal?.words.en).not.toBe(body.refusal?.words.zh);
    expect([body.stageBefore, body.stage, body.events]).toEqual(['classified', 'classified', []]);
    expect(await system.database.engineerSlot.count({ where: { processId: other } })).toBe(0);
  });

  it('of a parts order goes by the same rules', async () => {
    const stack = await PartsStack.of(system);
    const { orderNumber } = await stack.waiting();
    const { depotIds } = await eventually(
      () => stack.orderOf(orderNumber),
      ({ stage }) => stage === 'reserved',
    );
    const items = [{ line: 1, quantity: 2 }];
    const ship = { id: newKey(), type: 'ship', data: { depot: depotIds[0], carrier: '顺丰', items } };
    const path = `/v1/parts-orders/${orderNumber}`;
    expect((await dryRun(stack.keeper, path, [ship])).body).toMatchObject({
      outcome: 'accepted',
      stageBefore: 'reserved',
      stage: 'shipped',
      events: [{ type: 'PartsShipped' }, { type: 'ProgressMade' }],
    });
    expect((await stack.orderOf(orderNumber)).stage).toBe('reserved');
    const many = {
      ...ship,
      data: { depot: depotIds[0], carrier: '顺丰', items: [{ line: 1, quantity: 9 }] },
    };
    expect((await dryRun(stack.keeper, path, [many])).body).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'PARTS_ORDER.TOO_MANY' },
    });
  });
});

describe('A dry run while Temporal is away', () => {
  let api: TestApi;
  let clerk: Reader;
  beforeAll(async () => {
    api = await companyApi({ TEMPORAL_ADDRESS: '127.0.0.1:1' });
    clerk = await reader(api.app, 'lu.xinran');
  });
  afterAll(() => api.close());

  it('answers all the same, with what comes of it or why not', async () => {
    const it = await aCase(api.database).of('cus-0001').answered().commit();
    const path = `/v1/cases/${it.number}`;
    expect((await dryRun(clerk, path, [command(CLASSIFY)])).body.outcome).toBe('accepted');
    const refusals = await Promise.all(
      [
        [command(ANSWER)],
        [command({ type: 'classify', data: { ...CLASSIFY.data, unitSerial: 'NO-SUCH-UNIT' } })],
        [command({ type: 'arrive', data: {} })],
      ].map(async (given) => (await dryRun(clerk, path, given)).body.refusal?.code),
    );
    expect(refusals).toEqual(['CASE.WRONG_STAGE', 'REQUEST.REFERENCE_UNKNOWN', 'CASE.NOT_PERMITTED']);
    const stale = await dryRun(clerk, path, [command(CLASSIFY)], { 'if-match': '"1"' });
    expect(stale.body.refusal?.code).toBe('CASE.STALE');
  });

  it('is refused as the command is where its form is wrong, or the case not in sight', async () => {
    const it = await aCase(api.database).of('cus-0001').answered().commit();
    const path = `/v1/cases/${it.number}`;
    const form = await dryRun<Problem>(clerk, path, [{ id: 'a-new-id-1', type: 'classify', data: {} }]);
    expect([form.status, form.body.code]).toEqual([400, 'REQUEST.INVALID']);
    const southerner = await reader(api.app, 'huang.yongqi');
    expect((await dryRun(southerner, path, [command(CLASSIFY)])).status).toBe(404);
  });
});
