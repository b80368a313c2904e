import { Type } from '@sinclair/typebox';
import type { Principal } from '../../domain/identity/principal';
import { Id, PROBLEMS, problemResponse } from '../http/schema/common';
import {
  NewUnit,
  UnitChangeList,
  UnitList,
  UnitListQuery,
  UnitPatch,
  UnitSchema,
  UnitTransfer,
} from './schema';
import { etagOf, versionRead } from '../http/conditional';
import { WriteHeaders } from '../http/schema/headers';
import { dayOrNull, dayText } from '../entitlement/columns';
import { WITH_TERMS } from '../entitlement/facts';
import { unitViews } from './view';
import { ApiError } from '../http/problems';
import { listUnits } from './list';
import { isInScope } from '../access/scope';
import { addUnit, correctUnit, transferUnit, type UnitDesk } from './write';
import type { Routes } from '../context';

const params = Type.Object({ id: Id });
const KEPT =
  'Cases that have their verdict keep it; name the unit again (classify) to have one judged by what the register holds now.';
const STALE = {
  412: problemResponse('RESOURCE.STALE: somebody else has changed it since; nothing was changed'),
  428: problemResponse('PRECONDITION.REQUIRED'),
};

/** Installed units, by the serial number on their plate (R2), and their entries in the register (R6). */
export const units: Routes = (app, { database, config }) => {
  const deskOf = (principal: Principal): UnitDesk => ({
    database,
    principal,
    timeZone: config.AFTERCARE_TIME_ZONE,
    now: new Date(),
  });

  app.get(
    '/v1/units',
    {
      config: { permission: 'unit.read' },
      schema: {
        operationId: 'listUnits',
        tags: ['units'],
        summary: 'Units by serial number or a fragment of it, with their warranty today',
        querystring: UnitListQuery,
        response: { 200: UnitList, ...PROBLEMS },
      },
    },
    async ({ principal, query }) => {
      const { ids, nextCursor } = await listUnits(database, principal.scope, query);
      return { items: await read(ids), nextCursor };
    },
  );

  app.post(
    '/v1/units',
    {
      config: { permission: 'unit.write' },
      schema: {
        operationId: 'addUnit',
        tags: ['units'],
        summary: 'Enter a unit, or one that comes in the place of another',
        description: 'Sent again it answers 200 and changes nothing.',
        body: NewUnit,
        response: {
          200: UnitSchema,
          201: UnitSchema,
          ...PROBLEMS,
          409: problemResponse('UNIT.EXISTS'),
          422: problemResponse('REQUEST.REFERENCE_UNKNOWN'),
        },
      },
    },
    async ({ principal, body, log }, reply) => {
      const { id, isNew } = await addUnit(deskOf(principal), body);
      log.info({ unit: id, by: principal.actor.id, isNew }, 'unit');
      const unit = await one(id);
      return reply
        .status(isNew ? 201 : 200)
        .header('etag', etagOf(unit.version))
        .send(unit);
    },
  );

  app.get(
    '/v1/units/:id',
    {
      config: { permission: 'unit.read' },
      schema: {
        operationId: 'getUnit',
        tags: ['units'],
        summary: 'A unit with its product, its owner, and its warranty today',
        params,
        response: { 200: UnitSchema, ...PROBLEMS },
      },
    },
    async ({ params: { id }, principal }, reply) => {
      await refuseUnseen(principal, id);
      const unit = await one(id);
      // The warranty changes daily: the answer is recomputed, whatever the version.
      return reply
        .header('etag', etagOf(unit.version))
        .header('cache-control', 'private, no-cache')
        .send(unit);
    },
  );

  app.get(
    '/v1/units/:id/changes',
    {
      config: { permission: 'unit.read' },
      schema: {
        operationId: 'listUnitChanges',
        tags: ['units'],
        summary: "Who made a unit's entry what it is, when and why",
        params,
        response: { 200: UnitChangeList, ...PROBLEMS },
      },
    },
    async ({ params: { id }, principal }) => {
      await refuseUnseen(principal, id);
      const rows = await database.unitChange.findMany({
        where: { unitId: id },
        orderBy: { version: 'desc' },
      });
      return {
        items: rows.map(({ unitId: _unit, key: _key, ...row }) => ({
          ...row,
          at: row.at.toISOString(),
          soldOn: dayText(row.soldOn),
          deliveredOn: dayOrNull(row.deliveredOn),
          installedOn: dayOrNull(row.installedOn),
          transferredOn: dayOrNull(row.transferredOn),
        })),
      };
    },
  );

  app.patch(
    '/v1/units/:id',
    {
      config: { permission: 'unit.write' },
      schema: {
        operationId: 'updateUnit',
        tags: ['units'],
        summary: "Correct a unit's entry",
        description: `If-Match with the ETag of the unit as it was read. What is left out stays as it is. ${KEPT}`,
        params,
        headers: WriteHeaders,
        body: UnitPatch,
        response: {
          200: UnitSchema,
          ...PROBLEMS,
          409: problemResponse('UNIT.EXISTS'),
          422: problemResponse('REQUEST.REFERENCE_UNKNOWN'),
          ...STALE,
        },
      },
    },
    async ({ principal, params: { id }, headers, body, log }, reply) => {
      await refuseUnseen(principal, id);
      const version = versionRead(headers['if-match']);
      await correctUnit(deskOf(principal), { id, version, patch: body });
      const unit = await one(id);
      log.info({ unit: id, version: unit.version, fields: Object.keys(body) }, 'unit corrected');
      return reply.header('etag', etagOf(unit.version)).send(unit);
    },
  );

  app.post(
    '/v1/units/:id/transfer',
    {
      config: { permission: 'unit.write' },
      schema: {
        operationId: 'transferUnit',
        tags: ['units'],
        summary: 'Pass a unit to another owner',
        description: `If-Match as for a correction. Whether the warranty passes with it, the product says; service contracts stay with the owner before. ${KEPT}`,
        params,
        headers: WriteHeaders,
        body: UnitTransfer,
        response: {
          200: UnitSchema,
          ...PROBLEMS,
          422: problemResponse('REQUEST.REFERENCE_UNKNOWN'),
          ...STALE,
        },
      },
    },
    async ({ principal, params: { id }, headers, body, log }, reply) => {
      await refuseUnseen(principal, id);
      const version = versionRead(headers['if-match']);
      await transferUnit(deskOf(principal), { id, version, transfer: body });
      const unit = await one(id);
      log.info({ unit: id, version: unit.version, by: principal.actor.id }, 'unit transferred');
      return reply.header('etag', etagOf(unit.version)).send(unit);
    },
  );

  async function refuseUnseen({ scope }: Principal, id: string): Promise<void> {
    if (!(await isInScope(database, scope, 'unit', id)))
      throw new ApiError('RESOURCE.NOT_FOUND', { what: id });
  }

  async function one(id: string) {
    const [unit] = await read([id]);
    if (!unit) throw new ApiError('RESOURCE.NOT_FOUND', { what: id });
    return unit;
  }

  async function read(ids: readonly string[]) {
    const rows = await database.unit.findMany({
      where: { id: { in: [...ids] } },
      include: WITH_TERMS,
      orderBy: { serial: 'asc' },
    });
    return unitViews(database, rows, config.AFTERCARE_TIME_ZONE);
  }

  return Promise.resolve();
};
