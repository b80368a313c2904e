import { beforeTransaction } from '../../api/events/position';
import { hasUnsettled, settledBelow } from '../../api/events/read-events';
import type { Database } from '../../platform/database';
import { eventually } from './system';

/**
 * Resolves when all that has been committed counts as past. Another database's open transaction holds that back too, since one
 * PostgreSQL server numbers the transactions of all its databases: a stream opened meanwhile tells a little of the past again.
 */
export const settled = (database: Database): Promise<boolean> =>
  eventually(
    async () => hasUnsettled(database, beforeTransaction(await settledBelow(database))),
    (isUnsettled) => !isUnsettled,
    20_000,
  );
