import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MessageBox } from '../../support/message-box';
import { PartsStack } from '../../support/parts-stack';
import { Reader, type Problem } from '../../support/reading';
import { command, give, send, aRequest } from '../../support/requests';
import { startSystem, type TestSystem } from '../../support/system';

describe('an id of the system’s own commands is nobody else’s', () => {
  let system: TestSystem;
  let stack: PartsStack;
  let number: string;
  let orderNumber: string;
  let user: Reader;
  beforeAll(async () => {
    system = await startSystem({ settings: { AFTERCARE_CUSTOMER_URL: 'https://service.example/case' } });
    stack = await PartsStack.of(system);
    ({ number, orderNumber } = await stack.waiting());
    await stack.shipped(orderNumber);
    await stack.until(orderNumber, 'shipped');
    user = new Reader(system.app, await new MessageBox(system).token(number, 'parts-shipped'));
  });
  afterAll(() => system.close());

  const reserved = (): string[] => [
    `settle:${number}:9:0`,
    `settle:${orderNumber}:2:1:undo`,
    'elapse:parts-delivery:breach:1764000000000:3',
    'absence:3f0c',
    'register',
    `${number}:12:0`,
  ];
  const counts = async () => ({
    events: await system.database.processEvent.count({ where: { actor: { path: ['kind'], not: 'system' } } }),
    digests: await system.database.processCommand.count({ where: { digest: { not: null } } }),
  });

  it('on a case: wherever it stands in the batch, nothing of which is done', async () => {
    const before = await counts();
    for (const id of reserved()) {
      const note = { type: 'addNote', data: { text: '记录' } } as const;
      const answer = await give<Problem>(stack.clerk, number, [command(note), command(note, id)]);
      expect(answer).toMatchObject({ status: 422, body: { code: 'COMMAND.ID_RESERVED', params: { id } } });
      expect(answer.body.errors).toMatchObject([{ field: 'commands.1.id' }]);
    }
    expect(await counts()).toEqual(before);
  });

  it('on a parts order, and by the customer’s link', async () => {
    const before = await counts();
    for (const id of reserved()) {
      const batch = { commands: [{ id, type: 'reportLost', data: { shipment: 1, note: '丢失' } }] };
      const staff = await stack.keeper.send('POST', `/v1/parts-orders/${orderNumber}/commands`, {}, batch);
      const data = { order: orderNumber, shipment: 1 };
      const theirs = await user.send(
        'POST',
        '/v1/customer/case/commands',
        {},
        { id, type: 'confirmReceipt', data },
      );
      expect([staff.body.code, theirs.body.code]).toEqual(['COMMAND.ID_RESERVED', 'COMMAND.ID_RESERVED']);
    }
    expect(await counts()).toEqual(before);
  });

  it('a request under a key of that shape is a request of its own: the system’s keys hold a blank', async () => {
    const key = `call ${number}:40:0`;
    expect((await send<Problem>(stack.clerk, aRequest(), key)).body.code).toBe('IDEMPOTENCY.KEY_REQUIRED');
    expect((await send(stack.clerk, aRequest(), `${number}:40:0`)).status).toBeLessThan(300);
  });

  it('the process refuses it too, whoever lets it through', async () => {
    const actor = { kind: 'staff', id: 'stf-001', name: '', roles: [], organisationId: 'hq' } as const;
    const note = { type: 'addNote', data: { text: '记录' } };
    const answer = await system.processes.execute(number, {
      commands: [{ ...note, id: `settle:${number}:9:0`, actor }],
    });
    expect(answer).toMatchObject({ kind: 'refused', refusal: { code: 'COMMAND.ID_RESERVED' } });
  });
});
