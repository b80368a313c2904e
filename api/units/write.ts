import { isDeepStrictEqual } from 'node:util';
import type { Principal } from '../../domain/identity/principal';
import { normaliseCode } from '../../domain/text/normalise';
import { serialKey } from '../../domain/text/serial';
import type { Database, Prisma, Transaction } from '../../platform/database';
import { changeUnit, recordVersion, type UnitWriter } from '../../platform/unit-register';
import type { NewUnit, UnitPatch, UnitTransfer } from './schema';
import { dateOf, dayText } from '../entitlement/columns';
import { ApiError, badRequest } from '../http/problems';
import { isInScope } from '../access/scope';
import { hasSerial } from './by-serial';
import { columnsOf } from './columns';
import { refuseDaysAhead, refuseDaysOutOfOrder } from './days';

export interface UnitDesk {
  readonly database: Database;
  readonly principal: Principal;
  /** The company's own zone. */
  readonly timeZone: string;
  readonly now: Date;
}

type Row = Prisma.UnitGetPayload<object>;

/** Enters a unit; the same sent again changes nothing. @throws {ApiError} naming the field; nothing has changed then. */
export async function addUnit(
  desk: UnitDesk,
  { reason, ...given }: NewUnit,
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  const { database, principal } = desk;
  const { replaces } = given;
  await refuseUnknownOwner(desk, given.customerId);
  if (replaces && !(await isInScope(database, principal.scope, 'unit', replaces.unitId)))
    throw unknown('replaces.unitId', replaces.unitId);
  return database.$transaction(async (tx) => {
    await refuseUnknownProduct(tx, given.productCode);
    const serial = readSerial(given.serial);
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('unit ' || serial_key(${serial}), 0))`;
    const { productCode, customerId, soldOn, address } = given;
    const data = {
      ...columnsOf(given),
      ...{ serial, productCode, customerId, soldOn: dateOf(soldOn), address },
      ...(await replacing(tx, replaces)),
    };
    const earlier = await tx.unit.findFirst({ where: hasSerial(serial) });
    if (earlier) {
      if (!isDeepStrictEqual({ ...earlier, ...data, serial: earlier.serial }, earlier))
        throw new ApiError('UNIT.EXISTS', { serial }, 'serial');
      return { id: earlier.id, isNew: false };
    }
    const id = await nextId(tx);
    const row = await tx.unit.create({ data: { id, ...data } });
    await refuseDaysAhead(tx, desk, row);
    refuseDaysOutOfOrder(row, given);
    await recordVersion(tx, row, writerOf(desk, reason));
    return { id, isNew: true };
  });
}

/** Corrects a unit's entry. @throws {ApiError} RESOURCE.STALE where somebody else has changed it since; nothing has changed then. */
export function correctUnit(
  desk: UnitDesk,
  { id, version, patch: { reason, ...given } }: { id: string; version: number; patch: UnitPatch },
): Promise<void> {
  return write(desk, { id, version, reason, given }, async (tx, row) => {
    if (given.productCode !== undefined) await refuseUnknownProduct(tx, given.productCode);
    if (given.serial === undefined) return columnsOf(given);
    const serial = readSerial(given.serial);
    const taken = await tx.unit.findFirst({ where: { AND: [hasSerial(serial), { id: { not: row.id } }] } });
    if (taken) throw new ApiError('UNIT.EXISTS', { serial }, 'serial');
    return { ...columnsOf(given), serial };
  });
}

/** Passes a unit to another owner. Contracts stay with the owner before. @throws {ApiError} as `correctUnit` does. */
export async function transferUnit(
  desk: UnitDesk,
  { id, version, transfer }: { id: string; version: number; transfer: UnitTransfer },
): Promise<void> {
  const { customerId, on, address, reason } = transfer;
  await refuseUnknownOwner(desk, customerId);
  await write(desk, { id, version, reason }, (_tx, row) => {
    if (row.customerId === customerId)
      throw badRequest('customerId', {
        en: 'the unit already belongs to this customer',
        zh: '设备已归属该客户',
      });
    if (dateOf(on) < row.soldOn)
      throw badRequest('on', { en: 'the unit had not been sold by then', zh: '该日期早于销售日期' });
    return Promise.resolve({
      customerId,
      transferredOn: row.transferredOn ?? dateOf(on),
      ...(address !== undefined && { address }),
    });
  });
}

/** @throws {ApiError} for a serial number that no plate can bear: without a letter or digit. */
function readSerial(text: string): string {
  if (serialKey(text) === '')
    throw badRequest('serial', { en: 'a letter or a digit is required', zh: '须含字母或数字' });
  return normaliseCode(text);
}

interface Version {
  readonly id: string;
  readonly version: number;
  readonly reason: string;
  /** The days that were sent, if any. */
  readonly given?: Omit<UnitPatch, 'reason'>;
}

function write(
  desk: UnitDesk,
  { id, version, reason, given = {} }: Version,
  columns: (tx: Transaction, row: Row) => Promise<Prisma.UnitUncheckedUpdateInput>,
): Promise<void> {
  return desk.database.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM unit WHERE id = ${id} FOR UPDATE`;
    const row = await tx.unit.findUnique({ where: { id } });
    if (!row) throw new ApiError('RESOURCE.NOT_FOUND', { what: id });
    if (row.version !== version)
      throw new ApiError(
        'RESOURCE.STALE',
        { what: row.serial, expected: version, actual: row.version },
        'If-Match',
      );
    await changeUnit(tx, id, await columns(tx, row), writerOf(desk, reason));
    const written = await tx.unit.findUniqueOrThrow({ where: { id } });
    await refuseDaysAhead(tx, desk, written);
    refuseDaysOutOfOrder(written, given);
  });
}

const writerOf = ({ principal, now }: UnitDesk, reason: string): UnitWriter => ({
  by: principal.actor.id,
  at: now,
  reason,
});

async function replacing(tx: Transaction, replaces: NewUnit['replaces']) {
  if (!replaces) return {};
  const old = await tx.unit.findUnique({ where: { id: replaces.unitId } });
  if (!old) throw unknown('replaces.unitId', replaces.unitId);
  if (dateOf(replaces.on) < old.soldOn)
    throw badRequest('replaces.on', {
      en: `the unit that it replaces was sold on ${dayText(old.soldOn)}; the replacement cannot be earlier`,
      zh: `被更换设备的销售日期为 ${dayText(old.soldOn)}，更换日期不得早于该日`,
    });
  return { replacesId: old.id, replacedOn: dateOf(replaces.on), firstId: old.firstId ?? old.id };
}

async function refuseUnknownProduct(tx: Transaction, code: string): Promise<void> {
  if ((await tx.product.count({ where: { code } })) === 0) throw unknown('productCode', code);
}

async function refuseUnknownOwner({ database, principal }: UnitDesk, customerId: string): Promise<void> {
  if (!(await isInScope(database, principal.scope, 'customer', customerId)))
    throw unknown('customerId', customerId);
}

/** Follows the ids of the company's import (`unt-0001`), with a number of its own series. */
async function nextId(tx: Transaction): Promise<string> {
  const [row] = await tx.$queryRaw<{ last: number }[]>`
    INSERT INTO number_series (series, year, last) VALUES ('UN', 0, 1)
    ON CONFLICT (series, year) DO UPDATE SET last = number_series.last + 1 RETURNING last`;
  return `unt-n${String(row?.last).padStart(6, '0')}`;
}

const unknown = (field: string, value: string): ApiError =>
  new ApiError('REQUEST.REFERENCE_UNKNOWN', { field, value }, field);
