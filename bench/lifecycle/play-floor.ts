import { WithStartWorkflowOperation } from '@temporalio/client';
import { randomUUID } from 'node:crypto';
import type { Config } from '../../platform/config';
import { MESSAGE, MESSAGES, TASK_QUEUE, WORKFLOW } from './floor/messages';
import type { Cast } from './messages';
import type { Player } from './player';
import { repairStory } from './story';
import { temporalAftermath } from './temporal-history';

/** The same texts as a repair's, sent straight to the workflow. */
export function floorPlayer(config: Config, cast: Cast): Player {
  const { client, ...aftermath } = temporalAftermath(config);
  return {
    ...aftermath,
    play: async (index, timed) => {
      const { request, turns } = repairStory(cast, index);
      const workflowId = `floor-${randomUUID()}`;
      const [first, ...rest] = [request, ...turns.map(({ command }) => command)].map((content) =>
        JSON.stringify(content),
      );
      if (first === undefined || rest.length !== MESSAGES - 1)
        throw new Error(`The floor takes ${MESSAGES} messages, the story has ${rest.length + 1}`);
      await timed(() =>
        client.workflow.executeUpdateWithStart<(caseId: string) => Promise<void>, number, [string]>(MESSAGE, {
          args: [first],
          startWorkflowOperation: new WithStartWorkflowOperation(WORKFLOW, {
            workflowId,
            taskQueue: TASK_QUEUE,
            args: [workflowId],
            workflowIdConflictPolicy: 'FAIL',
          }),
        }),
      );
      const handle = client.workflow.getHandle(workflowId);
      for (const content of rest)
        await timed(() => handle.executeUpdate<number, [string]>(MESSAGE, { args: [content] }));
      return workflowId;
    },
  };
}
