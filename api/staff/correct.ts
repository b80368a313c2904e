import { isDeepStrictEqual } from 'node:util';
import type { CountryCode } from 'libphonenumber-js/max';
import type { Principal } from '../../domain/identity/principal';
import type { Database, Transaction } from '../../platform/database';
import { lockAdministration, recordChange } from '../administration/changes';
import { ApiError } from '../http/problems';
import { readEmail, readPhone } from '../requests/contact-input';
import { entryOf, staffRow } from './record';
import type { StaffPatch } from './record-schema';
import { refuseAbove, refuseBadNames, refuseBadRights, type StaffRow } from './rules';
import { piecesOf, workInWords, workOf } from './work';

interface Correction {
  readonly id: string;
  /** The version that the writer has read. */
  readonly version: number;
  readonly patch: StaffPatch;
  readonly country: CountryCode;
  readonly by: Principal;
}

/**
 * Corrects an entry, moves somebody, or ends their access: PostgreSQL ends the sessions of who leaves with the same commit.
 * @throws {ApiError} RESOURCE.STALE where somebody else has changed it since; nothing has changed then.
 */
export function correctStaff(
  database: Database,
  { id, version, patch, country, by }: Correction,
): Promise<StaffRow> {
  const { leavesWork = false, ...given } = patch;
  const changes = {
    ...given,
    ...(given.login !== undefined && { login: given.login.toLowerCase() }),
    ...(given.phone !== undefined && { phone: readPhone(given.phone, country, 'phone') }),
    ...(given.email !== undefined && { email: readEmail(given.email, 'email') }),
  };
  return database.$transaction(async (tx) => {
    await lockAdministration(tx);
    const row = await staffRow(tx, by, id);
    if (row.version !== version)
      throw new ApiError(
        'RESOURCE.STALE',
        { what: row.nameEn, expected: version, actual: row.version },
        'If-Match',
      );
    if (id !== by.actor.id) refuseAbove(by, row.roles);
    else if (changes.subject !== undefined && changes.subject !== row.subject)
      throw new ApiError('STAFF.OWN_RIGHTS', {}, 'subject');
    const after = { ...row, ...changes };
    if (isDeepStrictEqual(entryOf(after), entryOf(row))) return row;
    await refuseBadRights(tx, by, { id, before: row, after });
    await refuseBadNames(tx, id, changes);
    await refuseWorkLeft(tx, { row, after, leavesWork });
    const saved = await tx.staff.update({ where: { id }, data: { ...changes, version: { increment: 1 } } });
    await recordChange(tx, {
      register: 'staff',
      id,
      version: saved.version,
      by: by.actor.id,
      kind: 'corrected',
      before: entryOf(row),
      after: entryOf(saved),
    });
    return saved;
  });
}

interface Leaving {
  readonly row: StaffRow;
  readonly after: Pick<StaffRow, 'roles' | 'organisationId' | 'active'>;
  readonly leavesWork: boolean;
}

/**
 * Work waits for a person by name. Who leaves may leave it, where that is said; who works elsewhere, or in another role, could not do it.
 * @throws {ApiError} STAFF.HAS_WORK.
 */
async function refuseWorkLeft(tx: Transaction, { row, after, leavesWork }: Leaving): Promise<void> {
  const isLeaving = row.active && !after.active;
  const isMoved = row.organisationId !== after.organisationId;
  const lost = row.roles.filter((role) => !after.roles.includes(role));
  if (!isMoved && lost.length === 0 && (!isLeaving || leavesWork)) return;
  const work = await workOf(tx, row.id);
  const isOfLost = ({ roles }: (typeof work)[number]): boolean => roles.some((role) => lost.includes(role));
  const stays = piecesOf(isMoved || isLeaving ? work : work.filter(isOfLost));
  if (stays.length > 0)
    throw new ApiError('STAFF.HAS_WORK', {
      name: { en: row.nameEn, zh: row.nameZh },
      // A visit belongs to its case.
      count: new Set(stays.map(({ number }) => number)).size,
      work: { ...workInWords(stays) },
    });
}
