import { PROBLEMS } from '../http/schema/common';
import { TaskListQuery, TaskPage } from './schema';
import { listedTask } from './view';
import { listTasks } from './list';
import { partsWanted } from '../parts-orders/parts-wanted';
import { readingOf } from '../access/reading';
import type { Routes } from '../context';

/** Open tasks of staff. */
export const tasks: Routes = (app, { database }) => {
  app.get(
    '/v1/tasks',
    {
      config: { permission: 'task.read' },
      schema: {
        operationId: 'listTasks',
        tags: ['tasks'],
        summary:
          'Open tasks of cases and parts orders, mine or all that I see; what is due first comes first',
        querystring: TaskListQuery,
        response: { 200: TaskPage, ...PROBLEMS },
      },
    },
    async ({ principal, query }) => {
      const { rows, nextCursor } = await listTasks(database, principal, query);
      const reading = readingOf(principal);
      const orders = rows.flatMap(({ orderNumber }) => orderNumber ?? []);
      const wanted = await partsWanted(database, principal, [...new Set(orders)]);
      return { items: rows.map((row) => listedTask(row, reading, wanted)), nextCursor };
    },
  );
  return Promise.resolve();
};
