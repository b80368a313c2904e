import { Type } from '@sinclair/typebox';
import type { Routes } from '../context';
import { PROBLEMS, problemResponse } from '../http/schema/common';
import { ApiError } from '../http/problems';
import { paramsOf } from '../../platform/notice';
import { storable } from './content';
import {
  DraftBody,
  DraftKey,
  DraftList,
  DraftListQuery,
  DraftSchema,
  LARGEST_DRAFT,
  MOST_DRAFTS,
} from './schema';

const params = Type.Object({ key: DraftKey });
const tags = ['working state'];
const config = { permission: 'task.read' } as const;
/** A draft that was not touched for so long is forgotten. */
const KEPT_MS = 180 * 24 * 60 * 60 * 1000;

/** Text that the caller has typed and not sent: their own alone. */
export const drafts: Routes = (app, { database }) => {
  app.put(
    '/v1/drafts/:key',
    {
      config,
      schema: {
        operationId: 'saveDraft',
        tags,
        summary: 'Keep what I have typed and not sent: over reload, logout and change of machine',
        description: `The last one saved stands. ${LARGEST_DRAFT} characters of JSON at most, and ${MOST_DRAFTS} drafts a person.`,
        params,
        body: DraftBody,
        response: { 200: DraftSchema, ...PROBLEMS, 409: problemResponse('DRAFT.TOO_MANY') },
      },
    },
    async ({ params: { key }, body, principal: { actor } }) => {
      const content = storable(body.content, 'content', LARGEST_DRAFT);
      const now = new Date();
      const staffId = actor.id;
      await database.draft.deleteMany({
        where: { staffId, updatedAt: { lt: new Date(now.getTime() - KEPT_MS) } },
      });
      const [held, all] = await Promise.all([
        database.draft.count({ where: { staffId, key } }),
        database.draft.count({ where: { staffId } }),
      ]);
      if (held === 0 && all >= MOST_DRAFTS) throw new ApiError('DRAFT.TOO_MANY', { most: MOST_DRAFTS });
      const kept = { content, updatedAt: now };
      const row = await database.draft.upsert({
        where: { staffId_key: { staffId, key } },
        create: { staffId, key, ...kept },
        update: kept,
      });
      return viewOf(row);
    },
  );

  app.get(
    '/v1/drafts',
    {
      config,
      schema: {
        operationId: 'listDrafts',
        tags,
        summary: 'My drafts, latest first',
        querystring: DraftListQuery,
        response: { 200: DraftList, ...PROBLEMS },
      },
    },
    async ({ query: { prefix = '' }, principal: { actor } }) => {
      const rows = await database.draft.findMany({
        where: { staffId: actor.id, key: { startsWith: prefix } },
        orderBy: [{ updatedAt: 'desc' }, { key: 'asc' }],
      });
      return { items: rows.map(viewOf) };
    },
  );

  app.get(
    '/v1/drafts/:key',
    {
      config,
      schema: {
        operationId: 'getDraft',
        tags,
        summary: 'A draft of mine',
        params,
        response: { 200: DraftSchema, ...PROBLEMS },
      },
    },
    async ({ params: { key }, principal: { actor } }) => {
      const row = await database.draft.findUnique({ where: { staffId_key: { staffId: actor.id, key } } });
      if (!row) throw new ApiError('RESOURCE.NOT_FOUND', { what: key });
      return viewOf(row);
    },
  );

  app.delete(
    '/v1/drafts/:key',
    {
      config,
      schema: {
        operationId: 'deleteDraft',
        tags,
        summary: 'Forget a draft: it was sent, or is not wanted; again changes nothing',
        params,
        response: { 204: { type: 'null', description: 'Forgotten' }, ...PROBLEMS },
      },
    },
    async ({ params: { key }, principal: { actor } }, reply) => {
      await database.draft.deleteMany({ where: { staffId: actor.id, key } });
      return reply.status(204).send();
    },
  );
  return Promise.resolve();
};

const viewOf = ({ key, content, updatedAt }: { key: string; content: unknown; updatedAt: Date }) => ({
  key,
  content: { ...paramsOf(content) },
  updatedAt: updatedAt.toISOString(),
});
