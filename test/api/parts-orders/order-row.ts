import { orderRow } from '../../../activities/projections/parts-order';
import { evolve } from '../../../domain/parts-order/evolve';
import { isRequested, NOT_REQUESTED } from '../../../domain/parts-order/state';
import type { Database } from '../../../platform/database';
import { toJson } from '../../../platform/json-column';

/** An order of the case, just requested; no depot has to do with it yet. */
export async function anOrder(
  database: Database,
  number: string,
  caseNumber: string,
  { regionId, outletId } = { regionId: 'east', outletId: 'east-1' },
): Promise<void> {
  const at = '2026-03-02T01:00:00.000Z';
  const state = evolve(NOT_REQUESTED, {
    type: 'PartsRequested',
    data: {
      number,
      caseNumber,
      regionId,
      outletId,
      engineerId: `repair-engineer@${outletId}`,
      preferredDepots: [outletId, regionId, 'hq'],
      neededBy: '2026-03-09T01:00:00.000Z',
      consignee: { name: '华东机械', address: '上海', contact: '王芳', phone: '+8613800000001' },
      lines: [],
    },
    seq: 1,
    at,
    commandId: 'request',
    actor: { kind: 'system', id: caseNumber },
  });
  if (!isRequested(state)) throw new Error('An order that was asked for is one');
  const row = { id: number, type: 'partsOrder', seq: 1, hash: 'none', createdAt: at, updatedAt: at };
  await database.process.create({ data: { ...row, state: toJson(state) } });
  await database.partsOrder.create({
    data: orderRow({ processId: number, seq: 1, at, state, clocks: [] }, state),
  });
}
