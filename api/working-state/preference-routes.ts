import { paramsOf } from '../../platform/notice';
import { query, type Database } from '../../platform/database';
import type { Routes } from '../context';
import { PROBLEMS } from '../http/schema/common';
import { badRequest } from '../http/problems';
import { storable } from './content';
import { LARGEST_PREFERENCES, Preferences, PreferencesBody } from './schema';

const tags = ['working state'];
const config = { permission: 'task.read' } as const;

/** How the caller has set up their console. */
export const preferences: Routes = (app, { database }) => {
  app.get(
    '/v1/me/preferences',
    {
      config,
      schema: {
        operationId: 'getPreferences',
        tags,
        summary: 'How I have set up my console',
        response: { 200: Preferences, ...PROBLEMS },
      },
    },
    ({ principal: { actor } }) => readPreferences(database, actor.id),
  );

  app.put(
    '/v1/me/preferences',
    {
      config,
      schema: {
        operationId: 'replacePreferences',
        tags,
        summary: 'Set all of my preferences',
        body: PreferencesBody,
        response: { 200: Preferences, ...PROBLEMS },
      },
    },
    async ({ body, principal: { actor } }) => {
      const content = storable(body.content, 'content', LARGEST_PREFERENCES);
      await write(REPLACE, actor.id, content);
      return readPreferences(database, actor.id);
    },
  );

  app.patch(
    '/v1/me/preferences',
    {
      config,
      schema: {
        operationId: 'changePreferences',
        tags,
        summary: 'Set some of my preferences: the others stay, and null takes one away',
        body: PreferencesBody,
        response: { 200: Preferences, ...PROBLEMS },
      },
    },
    async ({ body, principal: { actor } }) => {
      const content = storable(body.content, 'content', LARGEST_PREFERENCES);
      if (!(await write(MERGE, actor.id, content)))
        throw badRequest('content', {
          en: `all preferences together must not be longer than ${LARGEST_PREFERENCES} characters of JSON`,
          zh: `全部偏好设置合计不得超过 ${LARGEST_PREFERENCES} 个字符（JSON）`,
        });
      return readPreferences(database, actor.id);
    },
  );
  return Promise.resolve();

  async function write(text: string, staffId: string, content: object): Promise<boolean> {
    return (await query(database, text, [staffId, JSON.stringify(content)])).count > 0;
  }
};

const REPLACE = `INSERT INTO preference (staff_id, content, updated_at) VALUES ($1, $2::jsonb, clock_timestamp())
  ON CONFLICT (staff_id) DO UPDATE SET content = EXCLUDED.content, updated_at = EXCLUDED.updated_at`;

/** Two pages that change different preferences at once do not take back each other's. */
const MERGE = `INSERT INTO preference AS held (staff_id, content, updated_at)
  VALUES ($1, (SELECT coalesce(jsonb_object_agg(key, value), '{}') FROM jsonb_each($2::jsonb) WHERE value <> 'null'), clock_timestamp())
  ON CONFLICT (staff_id) DO UPDATE SET updated_at = EXCLUDED.updated_at,
    content = (SELECT coalesce(jsonb_object_agg(key, value), '{}') FROM jsonb_each(held.content || $2::jsonb) WHERE value <> 'null')
  WHERE length((held.content || $2::jsonb)::text) <= ${2 * LARGEST_PREFERENCES}`;

async function readPreferences(database: Database, staffId: string) {
  const row = await database.preference.findUnique({ where: { staffId } });
  return {
    content: { ...paramsOf(row?.content) },
    updatedAt: row?.updatedAt.toISOString() ?? null,
  };
}
