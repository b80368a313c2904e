import { Type } from '@sinclair/typebox';
import { registerKeys } from '../../domain/text/serial';
import { Id, PROBLEMS } from '../../schemas/common';
import { UnitList, UnitListQuery, UnitSchema } from '../../schemas/unit';
import { dayIn, readExclusions } from '../entitlement/facts';
import { unitView, WITH_PRODUCT } from '../mappers/unit';
import { ApiError } from '../problems';
import { inScope } from '../scope';
import type { Routes } from '../context';

/** Installed units, by the serial number on their plate (R2). */
export const units: Routes = (app, { database, config }) => {
  app.get(
    '/v1/units',
    {
      config: { permission: 'unit.read' },
      schema: {
        tags: ['units'],
        summary: 'The unit with a serial number, and its warranty today',
        querystring: UnitListQuery,
        response: { 200: UnitList, ...PROBLEMS },
      },
    },
    async ({ principal, query }) => {
      const keys = [...registerKeys(query.serial)];
      const found = await database.$queryRaw<{ id: string }[]>`
        SELECT id FROM unit WHERE serial_key = ANY(${keys}) AND ${inScope(principal.scope, 'unit')}`;
      return { items: await read(found) };
    },
  );

  app.get(
    '/v1/units/:id',
    {
      config: { permission: 'unit.read' },
      schema: {
        tags: ['units'],
        summary: 'A unit with its product, its owner, and its warranty today',
        params: Type.Object({ id: Id }),
        response: { 200: UnitSchema, ...PROBLEMS },
      },
    },
    async ({ params: { id }, principal }) => {
      const [unit] = await read(
        await database.$queryRaw<
          { id: string }[]
        >`SELECT id FROM unit WHERE id = ${id} AND ${inScope(principal.scope, 'unit')}`,
      );
      if (!unit) throw new ApiError('RESOURCE.NOT_FOUND', { what: id });
      return unit;
    },
  );

  async function read(found: readonly { readonly id: string }[]) {
    const today = dayIn(config.AFTERCARE_TIME_ZONE, new Date());
    const rows = await database.unit.findMany({
      where: { id: { in: found.map(({ id }) => id) } },
      include: WITH_PRODUCT,
      orderBy: { serial: 'asc' },
    });
    const exclusions = await readExclusions(database);
    return rows.map((row) => unitView(row, exclusions, today));
  }

  return Promise.resolve();
};
