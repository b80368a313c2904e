import { PROBLEMS } from '../../schemas/common';
import { TaskListQuery, TaskPage } from '../../schemas/task';
import { listedTask } from '../mappers/task';
import { listTasks } from '../queries/tasks';
import { readingOf } from '../reading';
import type { Routes } from '../context';

/** What people have to do next. */
export const tasks: Routes = (app, { database }) => {
  app.get(
    '/v1/tasks',
    {
      config: { permission: 'task.read' },
      schema: {
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
      return { items: rows.map((row) => listedTask(row, reading)), nextCursor };
    },
  );
  return Promise.resolve();
};
