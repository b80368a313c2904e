import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { dataConverter } from '../../../platform/temporal';
import { testServers } from '../../support/config';
import { PartsStack } from '../../support/parts-stack';
import type { Problem, Reader } from '../../support/reading';
import { ANSWER, CLASSIFY, command, done, give, registered } from '../../support/requests';
import { eventually, startSystem, type TestSystem } from '../../support/system';

describe('A command for a case whose workflow Temporal has lost', () => {
  let system: TestSystem;
  let clerk: Reader;
  let connection: Connection;
  let client: Client;
  beforeAll(async () => {
    system = await startSystem();
    clerk = await system.as('lu.xinran');
    connection = await Connection.connect({ address: testServers().temporalAddress });
    client = new Client({
      connection,
      namespace: system.config.TEMPORAL_NAMESPACE,
      dataConverter: dataConverter(system.config),
    });
  });
  afterAll(async () => {
    await connection.close();
    await system.close();
  });

  const terminate = (processId: string) => client.workflow.getHandle(processId).terminate('by hand');
  const remove = async (processId: string): Promise<void> => {
    await client.workflowService.deleteWorkflowExecution({
      namespace: system.config.TEMPORAL_NAMESPACE,
      workflowExecution: { workflowId: processId },
    });
    while ((await system.processes.look(processId)).kind !== 'not-running') await sleep(50);
  };

  it.each([
    ['terminated', terminate],
    ['deleted', remove],
  ])('%s: is done at once, without a sweeper, and once', async (_how, lose) => {
    const { caseNumber } = await registered(clerk);
    await done(clerk, caseNumber, ANSWER);
    await lose(caseNumber);
    const classify = command(CLASSIFY);
    const notes = Array.from({ length: 8 }, (_, n) => command({ type: 'addNote', data: { text: `${n}` } }));
    const answers = await Promise.all([
      give<Problem>(clerk, caseNumber, [classify]),
      ...notes.map((note) => give<Problem>(clerk, caseNumber, [note])),
    ]);
    // Only too many concurrent commands may be refused.
    expect(answers.filter(({ status }) => ![200, 429].includes(status))).toEqual([]);
    const again = await eventually(
      () => give<{ stage: string; duplicate: boolean }>(clerk, caseNumber, [classify]),
      ({ status }) => status === 200,
    );
    expect(again.body).toMatchObject({ stage: 'classified' });
    const types = await system.database.processEvent.groupBy({
      by: ['type'],
      where: { processId: caseNumber, type: { in: ['CaseRegistered', 'CaseClassified'] } },
      _count: true,
    });
    expect(types.map(({ _count }) => _count)).toEqual([1, 1]);
  });

  it('is told of a case that has ended by its rules, as before', async () => {
    const { caseNumber } = await registered(clerk);
    const director = await system.as('gu.chengan');
    await done(director, caseNumber, { type: 'cancel', data: { reason: '重复' } });
    await client.workflow.getHandle(caseNumber).result();
    await remove(caseNumber);
    const { status, body } = await give<Problem>(clerk, caseNumber, [command(ANSWER)]);
    expect([status, body.code]).toEqual([409, 'CASE.ENDED']);
    expect((await system.processes.look(caseNumber)).kind).toBe('not-running');
  });

  it('and an order that was lost tells its case, and is told by it', async () => {
    const stack = await PartsStack.of(system);
    const { number, orderNumber } = await stack.waiting();
    await stack.until(orderNumber, 'reserved');
    await Promise.all([terminate(number), terminate(orderNumber)]);
    await stack.shipped(orderNumber);
    // The case is lost still: what the order tells it is not given up, and arrives once it runs.
    await done(stack.clerk, number, { type: 'addNote', data: { text: '在途' } });
    await eventually(
      () => stack.caseOf(number),
      ({ partsOrders }) => partsOrders[0]?.stage === 'shipped',
    );
    expect((await stack.orderOf(orderNumber)).tasks.map(({ kind }) => kind)).not.toContain('follow-up');
  });
});
