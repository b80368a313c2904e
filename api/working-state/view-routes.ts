import { randomUUID } from 'node:crypto';
import { Type } from '@sinclair/typebox';
import type { Principal } from '../../domain/identity/principal';
import { paramsOf } from '../../platform/notice';
import type { Database } from '../../platform/database';
import type { Routes } from '../context';
import { Id, PROBLEMS, problemResponse } from '../http/schema/common';
import { ApiError } from '../http/problems';
import { storable } from './content';
import {
  LARGEST_FILTERS,
  MOST_VIEWS,
  NewView,
  ViewList,
  ViewListQuery,
  ViewPatch,
  ViewSchema,
  type ViewView,
} from './schema';

const params = Type.Object({ id: Id });
const tags = ['working state'];
const config = { permission: 'task.read' } as const;

/** Lists with their filters under a name: the caller's own, and those shared with the people of their organisation. */
export const savedViews: Routes = (app, { database }) => {
  app.get(
    '/v1/views',
    {
      config,
      schema: {
        operationId: 'listSavedViews',
        tags,
        summary: 'My saved views, and those shared with my organisation',
        querystring: ViewListQuery,
        response: { 200: ViewList, ...PROBLEMS },
      },
    },
    async ({ query: { list }, principal }) => {
      const rows = await database.savedView.findMany({
        where: { ...inSight(principal), ...(list !== undefined && { list }) },
        ...WITH_OWNER,
        orderBy: [{ list: 'asc' }, { name: 'asc' }, { id: 'asc' }],
      });
      return { items: rows.map((row) => viewOf(row, principal)) };
    },
  );

  app.post(
    '/v1/views',
    {
      config,
      schema: {
        operationId: 'saveView',
        tags,
        summary: 'Save a list with its filters under a name',
        body: NewView,
        response: { 201: ViewSchema, ...PROBLEMS, 409: problemResponse('VIEW.TOO_MANY') },
      },
    },
    async ({ body, principal }, reply) => {
      const staffId = principal.actor.id;
      if ((await database.savedView.count({ where: { staffId } })) >= MOST_VIEWS)
        throw new ApiError('VIEW.TOO_MANY', { most: MOST_VIEWS });
      const now = new Date();
      const { list, name, filters, sharing } = body;
      const row = await database.savedView.create({
        data: {
          id: randomUUID(),
          staffId,
          list,
          name,
          filters: storable(filters, 'filters', LARGEST_FILTERS),
          organisationId: sharedWith(sharing, principal),
          createdAt: now,
          updatedAt: now,
        },
        ...WITH_OWNER,
      });
      return reply.status(201).send(viewOf(row, principal));
    },
  );

  app.patch(
    '/v1/views/:id',
    {
      config,
      schema: {
        operationId: 'changeSavedView',
        tags,
        summary: 'Rename a view of mine, or change its filters or with whom it is shared',
        params,
        body: ViewPatch,
        response: { 200: ViewSchema, ...PROBLEMS },
      },
    },
    async ({ params: { id }, body: { name, filters, sharing }, principal }) => {
      await refuseOthers(id, principal);
      const row = await database.savedView.update({
        where: { id },
        data: {
          ...(name !== undefined && { name }),
          ...(filters !== undefined && { filters: storable(filters, 'filters', LARGEST_FILTERS) }),
          ...(sharing !== undefined && { organisationId: sharedWith(sharing, principal) }),
          updatedAt: new Date(),
        },
        ...WITH_OWNER,
      });
      return viewOf(row, principal);
    },
  );

  app.delete(
    '/v1/views/:id',
    {
      config,
      schema: {
        operationId: 'deleteSavedView',
        tags,
        summary: 'Delete a view of mine',
        params,
        response: { 204: { type: 'null', description: 'Deleted' }, ...PROBLEMS },
      },
    },
    async ({ params: { id }, principal }, reply) => {
      await refuseOthers(id, principal);
      await database.savedView.deleteMany({ where: { id } });
      return reply.status(204).send();
    },
  );
  return Promise.resolve();

  /** @throws {ApiError} 404 for a view that is not in sight, 403 for one that a colleague shares. */
  async function refuseOthers(id: string, principal: Principal): Promise<void> {
    const row = await database.savedView.findFirst({ where: { id, ...inSight(principal) } });
    if (!row) throw new ApiError('RESOURCE.NOT_FOUND', { what: id });
    if (row.staffId !== principal.actor.id) throw new ApiError('VIEW.NOT_YOURS', { name: row.name });
  }
};

const WITH_OWNER = { include: { staff: { select: { id: true, nameEn: true, nameZh: true } } } } as const;
type Row = Awaited<ReturnType<Database['savedView']['findFirstOrThrow']>> & {
  readonly staff: { readonly id: string; readonly nameEn: string; readonly nameZh: string };
};

const inSight = ({ actor }: Principal) => ({
  OR: [{ staffId: actor.id }, { organisationId: actor.organisationId }],
});

const sharedWith = (sharing: ViewView['sharing'], { actor }: Principal): string | null =>
  sharing === 'organisation' ? actor.organisationId : null;

const viewOf = (row: Row, { actor }: Principal): ViewView => ({
  id: row.id,
  list: row.list,
  name: row.name,
  filters: { ...paramsOf(row.filters) },
  sharing: row.organisationId === null ? 'private' : 'organisation',
  owner: row.staff,
  isMine: row.staffId === actor.id,
  updatedAt: row.updatedAt.toISOString(),
});
