import { isDeepStrictEqual } from 'node:util';
import type { CountryCode } from 'libphonenumber-js/max';
import { PARENT_KIND } from '../../domain/identity/administration';
import {
  ORGANISATION_KIND_NAMES,
  ORGANISATION_KINDS,
  SERVICE_LEVELS,
  type OrganisationKind,
} from '../../domain/identity/roles';
import type { Database, Prisma, Transaction } from '../../platform/database';
import { lockAdministration, recordChange } from '../administration/changes';
import { refuseKeyReused } from '../http/idempotency-key';
import { oneOf, oneOfOrNull } from '../http/one-of';
import { ApiError, badRequest } from '../http/problems';
import { readPhone } from '../requests/contact-input';
import type { NewOrganisation, OrganisationPatch } from './record-schema';
import { refuseBadProvinces } from './provinces';
import { useInWords, useOf } from './use';

type Row = Prisma.OrganisationGetPayload<object>;

/** An entry as changes of it are kept. */
export const entryOf = ({ version: _version, ...row }: Row) => ({
  ...row,
  kind: oneOf(ORGANISATION_KINDS, row.kind),
  serviceLevel: oneOfOrNull(SERVICE_LEVELS, row.serviceLevel),
});

interface Entry {
  readonly file: NewOrganisation;
  readonly country: CountryCode;
  readonly by: string;
  /** The idempotency key of the request. */
  readonly key: string;
}

/** Opens a centre or an outlet. Under a key that the same person used before, the one that it made. */
export function addOrganisation(
  database: Database,
  { file, country, by, key: given }: Entry,
): Promise<{ readonly row: Row; readonly isNew: boolean }> {
  const data = { ...file, areaCode: file.areaCode ?? null, phone: readPhone(file.phone, country, 'phone') };
  const key = `organisation:${by}:${given}`;
  return database.$transaction(async (tx) => {
    await lockAdministration(tx);
    const earlier = await tx.administrationChange.findUnique({ where: { key } });
    if (earlier) {
      refuseKeyReused(earlier.after, data);
      return {
        row: await tx.organisation.findUniqueOrThrow({ where: { id: earlier.entryId } }),
        isNew: false,
      };
    }
    if ((await tx.organisation.count({ where: { id: data.id } })) > 0)
      throw new ApiError('ORGANISATION.EXISTS', { id: data.id }, 'id');
    await refuseBadPlace(tx, data);
    await refuseBadProvinces(tx, data);
    const row = await tx.organisation.create({ data });
    await recordChange(tx, {
      register: 'organisation',
      id: row.id,
      version: row.version,
      by,
      kind: 'entered',
      after: entryOf(row),
      key,
    });
    return { row, isNew: true };
  });
}

interface Correction {
  readonly id: string;
  /** The version that the writer has read. */
  readonly version: number;
  readonly patch: OrganisationPatch;
  readonly country: CountryCode;
  readonly by: string;
  /** Pieces that its depot holds: asked of the parts system beforehand, where it is to close. */
  readonly pieces: number;
}

/** Corrects an entry, hangs an outlet under another centre, closes or opens it. @throws {ApiError} */
export function correctOrganisation(
  database: Database,
  { id, version, patch, country, by, pieces }: Correction,
): Promise<Row> {
  const changes = {
    ...patch,
    ...(patch.phone !== undefined && { phone: readPhone(patch.phone, country, 'phone') }),
  };
  return database.$transaction(async (tx) => {
    await lockAdministration(tx);
    const row = await tx.organisation.findUnique({ where: { id } });
    if (!row) throw new ApiError('RESOURCE.NOT_FOUND', { what: id });
    if (row.version !== version)
      throw new ApiError(
        'RESOURCE.STALE',
        { what: row.nameEn, expected: version, actual: row.version },
        'If-Match',
      );
    const after = { ...row, ...changes };
    if (isDeepStrictEqual(after, row)) return row;
    await refuseBadPlace(tx, after, row);
    await refuseInUse(tx, row, after, pieces);
    if (isPlacedAnew(row, after)) await refuseBadProvinces(tx, after, row.active ? row : undefined);
    const saved = await tx.organisation.update({
      where: { id },
      data: { ...changes, version: { increment: 1 } },
    });
    await recordChange(tx, {
      register: 'organisation',
      id,
      version: saved.version,
      by,
      kind: 'corrected',
      before: entryOf(row),
      after: entryOf(saved),
    });
    return saved;
  });
}

/** An entry made before stays as it is until somebody changes it. */
const isPlacedAnew = (row: Row, after: Row): boolean =>
  after.active &&
  (!row.active ||
    row.parentId !== after.parentId ||
    !isDeepStrictEqual(new Set(row.provinces), new Set(after.provinces)));

interface Place {
  readonly kind: string;
  readonly parentId: string | null;
  readonly calendar: string;
  readonly active?: boolean;
}

/** Holds an organisation to its tier: what it belongs to is of the kind above and open, so that there is no cycle. */
async function refuseBadPlace(tx: Transaction, after: Place, before?: Place): Promise<void> {
  if (
    after.calendar !== before?.calendar &&
    (await tx.calendar.count({ where: { code: after.calendar } })) === 0
  )
    throw new ApiError('REQUEST.REFERENCE_UNKNOWN', { field: 'calendar', value: after.calendar }, 'calendar');
  const isOpened = after.active === true && before?.active === false;
  if (before && after.parentId === before.parentId && !isOpened) return;
  const kind = oneOf<OrganisationKind>(ORGANISATION_KINDS, after.kind);
  if (kind === 'hq') {
    if (after.parentId === null) return;
    throw badRequest('parentId', {
      en: 'headquarters belongs to no other organisation',
      zh: '总部没有上级机构',
    });
  }
  const parentKind = PARENT_KIND[kind];
  const parents = await tx.organisation.count({
    where: { id: after.parentId ?? '', kind: parentKind, active: true },
  });
  if (parents === 0)
    throw new ApiError(
      'ORGANISATION.MISPLACED',
      {
        kind: { ...ORGANISATION_KIND_NAMES[kind] },
        parent: { ...ORGANISATION_KIND_NAMES[parentKind] },
        value: after.parentId ?? '',
      },
      'parentId',
    );
}

/** An organisation closes empty, and goes to another centre without open cases and orders: each has the region it began in. */
async function refuseInUse(
  tx: Transaction,
  row: Row,
  after: Pick<Row, 'active' | 'parentId'>,
  pieces: number,
): Promise<void> {
  const isClosing = row.active && !after.active;
  const isMoving = row.parentId !== after.parentId;
  if (!isClosing && !isMoving) return;
  const use = await useOf(tx, row.id);
  const words = useInWords(isClosing ? { ...use, pieces } : { cases: use.cases, orders: use.orders });
  if (words)
    throw new ApiError('ORGANISATION.IN_USE', {
      name: { en: row.nameEn, zh: row.nameZh },
      use: { ...words },
    });
}
