import {
  allHandlersFinished,
  condition,
  defineUpdate,
  proxyLocalActivities,
  setHandler,
} from '@temporalio/workflow';
import { MESSAGE, MESSAGES, type FloorActivities } from './messages';

const { writeRow } = proxyLocalActivities<FloorActivities>({
  startToCloseTimeout: '20 seconds',
  retry: { initialInterval: '50 ms', backoffCoefficient: 2, maximumInterval: '10 seconds' },
  localRetryThreshold: '20 seconds',
});

/** Takes messages, writes a row for each, and ends. */
export async function floor(caseId: string): Promise<void> {
  let seq = 0;
  setHandler(defineUpdate<number, [string]>(MESSAGE), (content) => {
    seq += 1;
    return writeRow(caseId, seq, content);
  });
  await condition(() => seq === MESSAGES && allHandlersFinished());
}
