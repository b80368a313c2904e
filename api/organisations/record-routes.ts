import { Type } from '@sinclair/typebox';
import { AdministrationChanges, changesOf } from '../administration/changes';
import type { Principal } from '../../domain/identity/principal';
import type { Database, Prisma } from '../../platform/database';
import type { Routes } from '../context';
import { etagOf, versionRead } from '../http/conditional';
import { idempotencyKeyOf } from '../http/idempotency-key';
import { ApiError } from '../http/problems';
import { Id, PROBLEMS, problemResponse } from '../http/schema/common';
import { IdempotencyHeaders, WriteHeaders } from '../http/schema/headers';
import { stockOf } from '../parts/stock-page';
import { countryOf } from '../requests/contact-input';
import { NewOrganisation, OrganisationPatch, OrganisationRecord } from './record-schema';
import { organisationWhere } from './scope';
import { useOf } from './use';
import { addOrganisation, correctOrganisation, entryOf } from './write';

const params = Type.Object({ id: Id });
const WRONG =
  'REQUEST.REFERENCE_UNKNOWN, REQUEST.PHONE_INVALID, ORGANISATION.MISPLACED, ORGANISATION.PROVINCE_ELSEWHERE';

async function recordOf(database: Database, row: Prisma.OrganisationGetPayload<object>) {
  return { ...entryOf(row), version: row.version, use: await useOf(database, row.id) };
}

/** The entry of an organisation in the caller's part of the company. @throws {ApiError} RESOURCE.NOT_FOUND. */
async function rowOf(database: Database, { scope }: Principal, id: string) {
  const row = await database.organisation.findFirst({ where: { AND: [{ id }, organisationWhere(scope)] } });
  if (!row) throw new ApiError('RESOURCE.NOT_FOUND', { what: id });
  return row;
}

/** Entries of centres and outlets (R11), which headquarters keeps. */
export const organisationRecords: Routes = (app, { config, database }) => {
  app.post(
    '/v1/organisations',
    {
      config: { permission: 'organisation.write' },
      schema: {
        operationId: 'addOrganisation',
        tags: ['organisation'],
        summary: 'Open a centre or an outlet',
        description: 'Sent again under the same key it answers 200 with the entry that the key made.',
        headers: IdempotencyHeaders,
        body: NewOrganisation,
        response: {
          200: OrganisationRecord,
          201: OrganisationRecord,
          ...PROBLEMS,
          409: problemResponse('ORGANISATION.EXISTS, ORGANISATION.PROVINCE_SERVED'),
          422: problemResponse(`${WRONG}, IDEMPOTENCY.KEY_REUSED`),
        },
      },
    },
    async ({ headers, body, principal, log }, reply) => {
      const { row, isNew } = await addOrganisation(database, {
        file: body,
        country: countryOf(config),
        by: principal.actor.id,
        key: idempotencyKeyOf(headers),
      });
      log.info({ organisationId: row.id, isNew }, 'organisation entered');
      return reply
        .status(isNew ? 201 : 200)
        .header('etag', etagOf(row.version))
        .send(await recordOf(database, row));
    },
  );

  app.get(
    '/v1/organisations/:id/record',
    {
      config: { permission: 'organisation.write' },
      schema: {
        operationId: 'getOrganisationRecord',
        tags: ['organisation'],
        summary: 'The entry of an organisation, with what is there',
        params,
        response: { 200: OrganisationRecord, ...PROBLEMS },
      },
    },
    async ({ params: { id }, principal }, reply) => {
      const row = await rowOf(database, principal, id);
      void reply.header('etag', etagOf(row.version)).header('cache-control', 'private, no-cache');
      return recordOf(database, row);
    },
  );

  app.patch(
    '/v1/organisations/:id',
    {
      config: { permission: 'organisation.write' },
      schema: {
        operationId: 'correctOrganisation',
        tags: ['organisation'],
        summary: 'Correct an organisation, hang an outlet under another centre, close or open it',
        description:
          'It closes empty: without people, open cases and orders, stock, customers of its region and open outlets.',
        params,
        headers: WriteHeaders,
        body: OrganisationPatch,
        response: {
          200: OrganisationRecord,
          ...PROBLEMS,
          409: problemResponse('ORGANISATION.IN_USE, ORGANISATION.PROVINCE_SERVED'),
          412: problemResponse('RESOURCE.STALE'),
          422: problemResponse(WRONG),
          428: problemResponse('PRECONDITION.REQUIRED'),
          503: problemResponse('PARTS.UNAVAILABLE: its stock is not known; DATABASE.UNAVAILABLE'),
        },
      },
    },
    async ({ params: { id }, headers, body, principal, log }, reply) => {
      await rowOf(database, principal, id);
      const version = versionRead(headers['if-match']);
      const pieces = body.active === false ? await stockOf(config, id) : 0;
      const row = await correctOrganisation(database, {
        id,
        version,
        patch: body,
        country: countryOf(config),
        by: principal.actor.id,
        pieces,
      });
      log.info({ organisationId: id, fields: Object.keys(body) }, 'organisation corrected');
      void reply.header('etag', etagOf(row.version));
      return recordOf(database, row);
    },
  );

  app.get(
    '/v1/organisations/:id/changes',
    {
      config: { permission: 'organisation.write' },
      schema: {
        operationId: 'listOrganisationChanges',
        tags: ['organisation'],
        summary: 'Who made an organisation what it is, and when',
        params,
        response: { 200: AdministrationChanges, ...PROBLEMS },
      },
    },
    async ({ params: { id }, principal }) => {
      await rowOf(database, principal, id);
      return changesOf(database, 'organisation', id);
    },
  );
  return Promise.resolve();
};
