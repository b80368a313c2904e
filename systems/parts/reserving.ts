import { query, type Session } from '../../platform/database';
import { Refusal } from '../shared/errors';
import type { Ending, KeyedWork } from '../shared/keyed-work';
import { allocate, type Available } from './allocate';
import { ISSUED, RESERVED, refuseUnknownParts, type Movement } from './movements';
import type { Pick, Release, Reservation, ReserveBody } from './reservation-port';
import { heldIn, picksIn, released, stateOf, unknown, type Moved } from './reservations';

// Reserve, release and issue: what cases ask for most, past Prisma (docs/adr/0030). The locks are those of `movements.ts` and
// `reservations.ts`, in the same order: key, reservation, parts.

/** Locks parts, always in the same order, so that all who move them queue and none deadlock. @param numbers a place, of an array of text. */
const locking = (
  numbers: string,
  also = '',
) => `locked AS MATERIALIZED (SELECT "part_number" FROM "parts"."part"
  WHERE "part_number" = ANY(${numbers}::text[])${also} ORDER BY "part_number" FOR NO KEY UPDATE)`;

const AVAILABLE = `SELECT b."part_number" AS "partNumber", b."location_id" AS depot, b."quantity"
  FROM "parts"."stock_balance" b JOIN "parts"."stock_location" l ON l."id" = b."location_id" AND l."kind" = 'depot'
  WHERE b."part_number" = ANY($1::text[]) AND b."quantity" > 0`;

const MOVEMENTS = `SELECT "part_number" AS "partNumber", "quantity", "from_location_id" AS "fromLocationId", "to_location_id" AS "toLocationId"
  FROM "parts"."stock_movement" WHERE "reservation_id" = $1 ORDER BY "n"`;

const RESERVATION = `SELECT "id", "reference", "state" FROM "parts"."stock_reservation" WHERE "id" = $1 FOR UPDATE`;

/** Movements of the request's key: $4 its reservation, $5 the instant, $6 to $9 from, to, part and quantity of each. */
const MOVING = `moved AS (INSERT INTO "parts"."stock_movement"
  ("key", "n", "from_location_id", "to_location_id", "part_number", "quantity", "reservation_id", "at")
  SELECT $1, m.n - 1, m.f, m.t, m.p, m.q, $4, $5::timestamptz
  FROM unnest($6::text[], $7::text[], $8::text[], $9::int[]) WITH ORDINALITY AS m (f, t, p, q, n) ORDER BY m.n)`;

const moving = (reservationId: string, at: string, movements: readonly Movement[]): readonly unknown[] => [
  reservationId,
  new Date(at),
  movements.map(({ from }) => from),
  movements.map(({ to }) => to),
  movements.map(({ partNumber }) => partNumber),
  movements.map(({ quantity }) => quantity),
];

interface Entered {
  readonly isEntered: boolean;
  /** The requested part numbers that exist. */
  readonly known: readonly string[];
}

/** Reserves all lines or none, under the request's key as its id; refusals in the port. */
export const reserve = (id: string, request: ReserveBody): KeyedWork<Entered> => {
  const { reference, lines, preferredDepots = [], at } = request;
  const partNumbers = [...new Set(lines.map(({ partNumber }) => partNumber))];
  return {
    begin: {
      with: `entered AS (INSERT INTO "parts"."stock_reservation" ("id", "reference", "state", "at")
          SELECT "key", $3, 'reserved', $4::timestamptz FROM claimed ON CONFLICT ("id") DO NOTHING RETURNING "id"),
        ${locking('$5', ' AND EXISTS (SELECT FROM entered)')}`,
      columns: `EXISTS (SELECT FROM entered) AS "isEntered", ARRAY(SELECT "part_number" FROM locked) AS known`,
      values: [reference, new Date(at), partNumbers],
    },
    async finish({ isEntered, known }, session) {
      // A reservation that was made is answered under its key before it comes here: what is there already is a tombstone.
      if (!isEntered) throw released(id);
      refuseUnknownParts(lines, new Set(known));
      const { rows } = await query<Available>(session, AVAILABLE, [partNumbers]);
      const allocation = allocate(lines, rows, preferredDepots);
      if (allocation.kind === 'short') throw outOfStock(request, allocation);
      const picks = [...allocation.picks];
      const movements = picks.map(({ depot, ...pick }) => ({ ...pick, from: depot, to: RESERVED }));
      const body: Reservation = { id, reference, state: 'reserved', picks };
      return { status: 201, body, with: MOVING, values: moving(id, at, movements) };
    },
  };
};

const outOfStock = (
  { lines }: ReserveBody,
  { line, available }: { readonly line: number; readonly available: number },
): Refusal => {
  const { partNumber = '', quantity: requested = 0 } = lines[line] ?? {};
  const detail = `Of part ${partNumber}, ${requested} are asked for and ${available} are in stock.`;
  return new Refusal(422, 'PARTS.OUT_OF_STOCK', detail, { line, partNumber, requested, available }, [
    { pointer: `#/lines/${line}`, detail },
  ]);
};

interface ReservationRow {
  readonly id: string;
  readonly reference: string | null;
  readonly state: string;
}

/** Ends a reservation whose row is locked: its pieces go from where they are held, its state changes. */
const ending = (
  { id, at, state }: { readonly id: string; readonly at: string; readonly state: 'released' | 'issued' },
  held: readonly Pick[],
  body: object,
): Ending => {
  const movements = held.map(({ depot, ...pick }) => ({
    ...pick,
    from: RESERVED,
    to: state === 'issued' ? ISSUED : depot,
  }));
  return {
    status: 200,
    body,
    with: `${locking('$8')}, ${MOVING},
      ended AS (UPDATE "parts"."stock_reservation" SET "state" = $10, "ended_at" = $5::timestamptz
        WHERE "id" = $4 AND (SELECT count(*) FROM locked) IS NOT NULL)`,
    values: [...moving(id, at, movements), state],
  };
};

const movementsOf = async (session: Session, id: string): Promise<readonly Moved[]> =>
  (await query<Moved>(session, MOVEMENTS, [id])).rows;

/** Puts reserved pieces back; a reservation never seen becomes a tombstone. */
export const release = (id: string, at: string): KeyedWork<{ readonly isTombstone: boolean }> => {
  const answer = (state: Release['state'], returned: Pick[] = []) =>
    ({ id, state, returned }) satisfies Release;
  return {
    begin: {
      with: `tombstone AS (INSERT INTO "parts"."stock_reservation" ("id", "state", "at", "ended_at")
        SELECT $3, 'released', $4::timestamptz, $4::timestamptz FROM claimed ON CONFLICT ("id") DO NOTHING RETURNING "id")`,
      columns: `EXISTS (SELECT FROM tombstone) AS "isTombstone"`,
      values: [id, new Date(at)],
    },
    async finish({ isTombstone }, session) {
      if (isTombstone) return { status: 200, body: answer('released') };
      const [row] = (await query<ReservationRow>(session, RESERVATION, [id])).rows;
      if (row === undefined) throw unknown(id);
      const state = stateOf(row);
      if (state !== 'reserved') return { status: 200, body: answer(state) };
      const held = heldIn(await movementsOf(session, id));
      return ending({ id, at, state: 'released' }, held, answer('released', held));
    },
  };
};

/** Hands the pieces to the engineer; a second request for the same reservation finds it done. */
export const issue = (id: string, at: string): KeyedWork<{ readonly row: ReservationRow | null }> => ({
  begin: {
    with: `found AS (SELECT "id", "reference", "state" FROM "parts"."stock_reservation"
      WHERE "id" = $3 AND EXISTS (SELECT FROM claimed) FOR UPDATE)`,
    columns: '(SELECT to_jsonb(found) FROM found) AS row',
    values: [id],
  },
  async finish({ row }, session) {
    if (row === null) throw unknown(id);
    const state = stateOf(row);
    if (state === 'released') throw released(id);
    if (state === 'shipped')
      throw new Refusal(409, 'PARTS.SHIPPED', `All of reservation ${id} has been shipped.`, { id });
    const movements = await movementsOf(session, id);
    const { reference } = row;
    const body: Reservation = { id, reference, state: 'issued', picks: picksIn(movements) };
    if (state === 'issued') return { status: 200, body };
    return ending({ id, at, state: 'issued' }, heldIn(movements), body);
  },
});
