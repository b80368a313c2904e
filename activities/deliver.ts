import { ApplicationFailure } from '@temporalio/common';
import { Type } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { SYSTEM } from '../domain/identity/actor';
import type { Database } from '../platform/database';
import type { ProcessClient } from '../platform/process-client';
import type { Call } from './types';

const Delivery = Type.Object({
  processType: Type.String(),
  processId: Type.String(),
  start: Type.Boolean(),
  command: Type.Object({ type: Type.String(), data: Type.Record(Type.String(), Type.Unknown()) }),
});

/** Takes a command to another process; the call's key is the command's id, so that it happens there at most once. */
export const createDeliver =
  ({ processes, database }: { readonly processes: ProcessClient; readonly database: Database }): Call =>
  async ({ key, processId: from, input }) => {
    const { processType, processId, start, command } = Value.Parse(Delivery, input);
    const request = { commands: [{ ...command, id: key, actor: { ...SYSTEM, id: from } }] };
    const answer = start
      ? await processes.startAndExecute(processType, processId, request)
      : await processes.execute(processId, request);
    switch (answer.kind) {
      case 'done':
        return { seq: answer.result.seq };
      case 'refused':
        throw ApplicationFailure.nonRetryable(
          `${processId} refused ${command.type}`,
          answer.refusal.code,
          answer.refusal.params,
        );
      case 'not-running': {
        // It may have taken it and ended before its answer arrived.
        const done = await database.processCommand.findUnique({
          where: { processId_commandId: { processId, commandId: key } },
        });
        if (done) return { seq: done.seq };
        const process = await database.process.findUnique({
          where: { id: processId },
          select: { ended: true },
        });
        // Temporal has lost it: it is started again (ADR 37), and takes the command then.
        if (process?.ended === false)
          throw new Error(`${processId} is not running; the command is delivered again`);
        throw ApplicationFailure.nonRetryable(`${processId} has ended`, 'CASE.ENDED');
      }
      case 'unknown':
      case 'busy':
      case 'unavailable':
        throw new Error(`${processId} gave no answer to ${command.type}: ${answer.kind}`);
    }
  };
