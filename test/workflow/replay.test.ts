import { beforeAll, describe, expect, it } from '@jest/globals';
import { recordedHistories, replayAll } from '../histories/replay-all';
import { STORIES } from '../histories/stories';
import { quiet } from '../support/temporal';

describe('recorded histories', () => {
  beforeAll(quiet);

  it('are there for every path, and today’s workflows replay each', async () => {
    const histories = await recordedHistories();
    expect(histories.map(({ workflowId }) => workflowId)).toEqual(STORIES.map(({ name }) => name).sort());
    expect(await replayAll(histories)).toEqual(
      histories.map(({ workflowId: name }) => ({ name, fault: undefined })),
    );
  });

  it('do not replay where the workflow would do something else', async () => {
    const [story] = await recordedHistories();
    if (!story) throw new Error('Nothing is recorded');
    // As if another call had been made.
    const type = story.history.events.find(
      ({ activityTaskScheduledEventAttributes: scheduled }) =>
        scheduled?.activityType?.name === 'reserveParts',
    )?.activityTaskScheduledEventAttributes?.activityType;
    if (!type) throw new Error(`${story.workflowId} reserves no parts`);
    type.name = 'issueParts';
    const [replayed] = await replayAll([story]);
    expect(replayed?.fault?.message).toMatch(/nondeterminism/i);
  });
});
