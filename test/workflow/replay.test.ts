import { beforeAll, describe, expect, it } from '@jest/globals';
import { recordedHistories, replayAll } from '../histories/replay-all';
import { RECORDED } from '../histories/stories';
import { quiet } from '../support/quiet';

describe('recorded histories', () => {
  beforeAll(quiet);

  it('are there for every path, and today’s workflows replay each', async () => {
    const histories = await recordedHistories();
    expect(histories.map(({ workflowId }) => workflowId)).toEqual([...RECORDED].sort());
    expect(await replayAll(histories)).toEqual(
      histories.map(({ workflowId: name }) => ({ name, fault: undefined })),
    );
  });

  it('do not replay where the workflow would do something else', async () => {
    // As if another call had been made.
    const [story] = (await recordedHistories()).filter(
      ({ workflowId }) => workflowId === 'parts-slow-to-answer',
    );
    const type = story?.history.events.find(
      ({ activityTaskScheduledEventAttributes: scheduled }) =>
        scheduled?.activityType?.name === 'reserveParts',
    )?.activityTaskScheduledEventAttributes?.activityType;
    if (!story || !type) throw new Error('No history has an activity that reserves parts');
    type.name = 'issueParts';
    const [replayed] = await replayAll([story]);
    expect(replayed?.fault?.message).toMatch(/nondeterminism/i);
  });
});
