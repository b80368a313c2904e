/** The floor: what so many messages cost on Temporal by themselves. */
export const TASK_QUEUE = 'bench-floor';
export const MESSAGE = 'message';
export const WORKFLOW = 'floor';

/** As many as a repair through the API has: the request and nine commands. */
export const MESSAGES = 10;

export interface FloorActivities {
  writeRow(caseId: string, seq: number, content: string): Promise<number>;
}
