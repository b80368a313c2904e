import { REMOTE_FOLD } from './remote/fold';
import { REPAIR_FOLD } from './repair/fold';

/** The fold of the events that flows have of their own. It stands below the rules, which fold ahead. */
export const FLOW_FOLD = { ...REMOTE_FOLD, ...REPAIR_FOLD };
