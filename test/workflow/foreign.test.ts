import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, WorkflowUpdateFailedError } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import { EncryptionCodec, newCodecKey, parseCodecKeys } from '../../platform/codec';
import { freshId, realHarness, type Harness } from '../support/workflow';
import { Errand, eventTypes, expectAgreement, note } from './errands';

/** Somebody who reaches Temporal past Aftercare. */
describe('What has not come from Aftercare', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await realHarness();
    await harness.startWorker();
  });
  afterAll(() => harness.close());

  const clientOf = (dataConverter?: DataConverter): Client => {
    const { connection, options } = harness.ground.client;
    return new Client({ connection, namespace: options.namespace, ...(dataConverter && { dataConverter }) });
  };
  const otherKey = (): DataConverter => ({
    payloadCodecs: [new EncryptionCodec(parseCodecKeys(newCodecKey()))],
  });
  const send = async (client: Client, id: string, request: unknown): Promise<unknown> =>
    client.workflow
      .getHandle(id)
      .executeUpdate('execute', { args: [request] })
      .catch((error: unknown) => error);

  it.each([
    ['in plain', () => clientOf()],
    ['encrypted with another key', () => clientOf(otherKey())],
  ])('%s, is refused as a command, leaves nothing behind, and the process goes on', async (_how, client) => {
    const errand = await Errand.begin(harness);
    await errand.give(note('before'));
    const answer = await send(client(), errand.id, { commands: [note('as a manager')] });
    // Why, is encrypted like everything else.
    expect(answer).toBeInstanceOf(Error);
    expect(await errand.give(note('after'))).toMatchObject({ seq: 2 });
    expect((await errand.inspect()).state.notes).toEqual(['before', 'after']);
    const types = eventTypes(await errand.history());
    expect(types.filter((type) => type === 'WORKFLOW_EXECUTION_UPDATE_ACCEPTED')).toHaveLength(2);
    expect(types).not.toContain('WORKFLOW_TASK_FAILED');
    await expectAgreement(harness, errand.id);
  });

  it.each([
    ['no list', { commands: 7 }],
    ['nobody who gives it', { commands: [{ ...note('x'), actor: { kind: 'staff', id: 'x' } }] }],
    ['data that the rules stumble over', { commands: [{ ...note('x'), type: 'unheard-of' }] }],
    ['nothing', undefined],
  ])('with %s, is refused though it is encrypted with the right key', async (_what, request) => {
    const errand = await Errand.begin(harness);
    await errand.give(note('before'));
    const before = (await errand.history()).events?.length;
    const answer = await send(harness.ground.client, errand.id, request);
    expect(answer).toBeInstanceOf(WorkflowUpdateFailedError);
    expect(answer).toMatchObject({ cause: { type: 'COMMAND.MALFORMED' } });
    expect((await errand.history()).events?.length).toBe(before);
    expect(await errand.give(note('after'))).toMatchObject({ seq: 2 });
    await expectAgreement(harness, errand.id);
  });

  it('cannot start a process, nor take its id from the one who can', async () => {
    const processId = freshId('errand');
    const handle = await clientOf().workflow.start('errand', {
      workflowId: processId,
      taskQueue: 'aftercare',
      args: [{ processId }],
    });
    const seen = harness.ground.client.workflow.getHandle(handle.workflowId);
    await expect(seen.result()).rejects.toMatchObject({ cause: { type: 'COMMAND.MALFORMED' } });
    expect(await harness.processes.start('errand', { processId })).toMatchObject({ kind: 'done' });
    expect(await new Errand(harness, processId).give(note('mine'))).toMatchObject({ seq: 1 });
    await expectAgreement(harness, processId);
  });

  it('cannot make it refresh itself into anything', async () => {
    const errand = await Errand.begin(harness);
    await errand.give(note('before'));
    await clientOf().workflow.getHandle(errand.id).signal('refresh', 'with something');
    expect(await errand.give(note('after'))).toMatchObject({ seq: 2 });
    await expectAgreement(harness, errand.id);
  });
});
