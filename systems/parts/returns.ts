import type { StockDocument } from '../../prisma/generated/client';
import { Refusal } from '../shared/errors';
import type { Transaction } from '../shared/idempotency';
import {
  at as only,
  barDocument,
  findDocument,
  lockDocument,
  Moved,
  openDocument,
  setState,
  totalled,
} from './documents';
import {
  CUSTOMER_SITE,
  FACTORY,
  lockKnownParts,
  lockParts,
  move,
  OLD_PARTS_DUE,
  refuseUnknownDepot,
  WRITTEN_OFF,
} from './movements';
import type { Return, ReturnBody, TakeInBody } from './return-port';

/** Where a depot keeps old parts, apart from its stock. No depot's id holds a `~`. */
const OLD_PARTS = '~old';
const oldPartsAt = (depot: string): string => `${depot}${OLD_PARTS}`;
const keepsOldParts = (place: string): boolean => place.endsWith(OLD_PARTS);

const view = async (tx: Transaction, { id, reference, state }: StockDocument): Promise<Return> => {
  const moved = await Moved.of(tx, id);
  const inDepots = moved.in(keepsOldParts);
  const due = moved.in(only(OLD_PARTS_DUE));
  return {
    id,
    reference,
    state: state === 'closed' ? 'closed' : due > 0 ? 'due' : inDepots > 0 ? 'received' : 'closed',
    lines: moved.parts().map((partNumber) => ({
      partNumber,
      quantity: moved.into(only(OLD_PARTS_DUE), partNumber),
      due: moved.in(only(OLD_PARTS_DUE), partNumber),
      inDepots: moved.in(keepsOldParts, partNumber),
      atFactory: moved.into(only(FACTORY), partNumber),
      writtenOff: moved.into(only(WRITTEN_OFF), partNumber),
    })),
  };
};

/** The return as it stands, closed where nothing of it is open any more. */
const closeIfDone = async (tx: Transaction, row: StockDocument, at: string): Promise<Return> => {
  const now = await view(tx, row);
  if (now.state === 'closed' && row.state !== 'closed') await setState(tx, row.id, 'closed', at);
  return now;
};

/** Old parts are owed; refusals in the port. */
export const expectReturn = async (
  tx: Transaction,
  id: string,
  { reference, lines, at }: ReturnBody,
): Promise<Return> => {
  if (!(await openDocument(tx, { id, kind: 'return', reference, details: {}, at })))
    throw new Refusal(409, 'PARTS.RETURN_CANCELLED', `Return ${id} was cancelled before it was due.`, {
      id,
    });
  await lockKnownParts(tx, lines);
  const movements = totalled(lines).map((line) => ({ ...line, from: CUSTOMER_SITE, to: OLD_PARTS_DUE }));
  await move(tx, movements, { key: id, at: new Date(at), documentId: id });
  return view(tx, await findDocument(tx, 'return', id));
};

/** A depot takes old parts in; refusals in the port. */
export const takeInReturn = async (
  tx: Transaction,
  key: string,
  id: string,
  { depot, lines, at }: TakeInBody,
): Promise<Return> => {
  const row = await lockDocument(tx, 'return', id);
  await refuseUnknownDepot(tx, depot);
  await lockParts(
    tx,
    lines.map(({ partNumber }) => partNumber),
  );
  const before = await Moved.of(tx, id);
  for (const { partNumber, quantity } of totalled(lines)) {
    const due = before.in(only(OLD_PARTS_DUE), partNumber);
    if (quantity <= due) continue;
    const detail = `Of part ${partNumber}, ${due} are still due back.`;
    throw new Refusal(422, 'PARTS.NOT_DUE', detail, { partNumber, quantity, due });
  }
  const place = await tx.stockLocation.findUniqueOrThrow({ where: { id: depot } });
  const { nameEn, nameZh } = place;
  const store = {
    id: oldPartsAt(depot),
    kind: 'old-parts',
    nameEn: `Old parts, ${nameEn}`,
    nameZh: `${nameZh}旧件区`,
  };
  await tx.stockLocation.createMany({ data: [store], skipDuplicates: true });
  const movements = totalled(lines).map((line) => ({ ...line, from: OLD_PARTS_DUE, to: store.id }));
  await move(tx, movements, { key, at: new Date(at), documentId: id });
  return closeIfDone(tx, row, at);
};

/** Moves all that is in the places on; each part counted from each place. */
const moveAll = async (
  tx: Transaction,
  key: string,
  row: StockDocument,
  { from, to, at }: { readonly from: (place: string) => boolean; readonly to: string; readonly at: string },
): Promise<Return> => {
  const moved = await Moved.of(tx, row.id);
  await lockParts(tx, moved.parts());
  const movements = moved
    .places()
    .filter(from)
    .flatMap((place) =>
      moved.parts().map((partNumber) => ({
        partNumber,
        quantity: moved.in(only(place), partNumber),
        from: place,
        to,
      })),
    )
    .filter(({ quantity }) => quantity > 0);
  await move(tx, movements, { key, at: new Date(at), documentId: row.id });
  return closeIfDone(tx, row, at);
};

/** Sends the pieces at depots to the factory. */
export const forwardReturn = async (tx: Transaction, key: string, id: string, at: string): Promise<Return> =>
  moveAll(tx, key, await lockDocument(tx, 'return', id), { from: keepsOldParts, to: FACTORY, at });

/** Writes off the pieces that are still due. */
export const writeOffReturn = async (tx: Transaction, key: string, id: string, at: string): Promise<Return> =>
  moveAll(tx, key, await lockDocument(tx, 'return', id), { from: only(OLD_PARTS_DUE), to: WRITTEN_OFF, at });

/** Cancels the pieces that are still due; bars an unknown id. */
export const cancelReturn = async (tx: Transaction, key: string, id: string, at: string): Promise<Return> => {
  await barDocument(tx, { id, kind: 'return', at });
  const row = await lockDocument(tx, 'return', id);
  return moveAll(tx, key, row, { from: only(OLD_PARTS_DUE), to: CUSTOMER_SITE, at });
};

export const readReturn = async (tx: Transaction, id: string): Promise<Return> =>
  view(tx, await findDocument(tx, 'return', id));
