import { awaitingDepots, holdingDepots, ownerOf } from '../../domain/parts-order/owner';
import { progressOf } from '../../domain/parts-order/progress';
import { isRequested, type OrderState, type RequestedOrder } from '../../domain/parts-order/state';
import { Prisma, type Transaction } from '../../platform/database';
import type { Difference, ReadImage } from '../process-kind';
import { image, type TableRows } from '../process-tables';
import { compareRow } from './compare';

export const PARTS_ORDER = image('parts_order', Prisma.PartsOrderScalarFieldEnum, 'processId');

type OrderImage = ReadImage & { readonly state: OrderState };

/** The row that lists read; a pure function of the state and its clocks. */
export const partsOrderRows = (image: OrderImage): readonly TableRows[] =>
  isRequested(image.state) ? [{ table: PARTS_ORDER, rows: [orderRow(image, image.state)] }] : [];

export async function partsOrderDifferences(
  tx: Transaction,
  image: OrderImage,
): Promise<readonly Difference[]> {
  if (!isRequested(image.state)) return [];
  const actual = await tx.partsOrder.findUnique({ where: { processId: image.processId } });
  return compareRow('parts_order', orderRow(image, image.state), actual);
}

export function orderRow(image: OrderImage, state: RequestedOrder): Prisma.PartsOrderUncheckedCreateInput {
  const { order } = state;
  const owner = ownerOf(state);
  const next = image.clocks
    .filter(({ isActive, dueAt }) => isActive && dueAt !== null)
    .sort((left, right) => (left.dueAt ?? '').localeCompare(right.dueAt ?? ''))[0];
  return {
    processId: image.processId,
    number: order.number,
    seq: image.seq,
    stage: state.stage,
    caseNumber: order.caseNumber,
    customerId: order.customerId ?? null,
    regionId: order.regionId,
    outletId: order.outletId,
    depotIds: depotsOf(state),
    ownerRole: owner.role,
    ownerOrgId: owner.organisationId,
    ownerStaffId: owner.staffId ?? null,
    consignee: order.consignee.name,
    partNumbers: order.lines.map(({ partNumber }) => partNumber),
    requestedAt: new Date(state.requestedAt ?? image.at),
    neededBy: new Date(order.neededBy),
    expectedOn: progressOf(state).expectedOn ?? null,
    updatedAt: new Date(image.at),
    nextDeadlineAt: next?.dueAt ? new Date(next.dueAt) : null,
    nextDeadline: next?.name ?? null,
    breached: image.clocks.some(({ breachedAt }) => breachedAt !== null),
  };
}

/** Depots that have, had or await something of it: their keepers see the order. */
const depotsOf = (state: RequestedOrder): string[] =>
  [
    ...new Set([
      ...holdingDepots(state),
      ...awaitingDepots(state),
      ...state.shipments.map(({ depot }) => depot),
      ...state.purchases.map(({ depot }) => depot),
    ]),
  ].sort();
