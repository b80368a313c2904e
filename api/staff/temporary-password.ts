import { randomInt } from 'node:crypto';
import type { Principal } from '../../domain/identity/principal';
import type { Database } from '../../platform/database';
import { hashPassword } from '../../platform/passwords';
import { lockAdministration, recordChange } from '../administration/changes';
import { ApiError } from '../http/problems';
import { entryOf, staffRow } from './record';
import { refuseAbove } from './rules';

/** Somebody who is entered on a Friday begins on the next. */
const GOOD_FOR_MS = 7 * 24 * 3_600_000;
/** None that is read as another, on paper or on the telephone. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;

const newPassword = (): string =>
  Array.from({ length: GROUPS }, () =>
    Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join(''),
  ).join('-');

/**
 * Gives somebody a password that is good for one thing: choosing their own. All their sessions end with the one before.
 * @throws {ApiError}
 */
export async function giveTemporaryPassword(
  database: Database,
  by: Principal,
  id: string,
): Promise<{ readonly password: string; readonly until: Date }> {
  const password = newPassword();
  const passwordHash = await hashPassword(password);
  const until = new Date(Date.now() + GOOD_FOR_MS);
  await database.$transaction(async (tx) => {
    await lockAdministration(tx);
    const row = await staffRow(tx, by, id);
    if (id === by.actor.id) throw new ApiError('STAFF.OWN_RIGHTS');
    refuseAbove(by, row.roles);
    if (!row.active) throw new ApiError('STAFF.HAS_LEFT', { name: { en: row.nameEn, zh: row.nameZh } });
    const saved = await tx.staff.update({
      where: { id },
      data: { passwordHash, passwordUntil: until, version: { increment: 1 } },
    });
    await recordChange(tx, {
      register: 'staff',
      id,
      version: saved.version,
      by: by.actor.id,
      kind: 'password-given',
      before: entryOf(row),
      after: entryOf(saved),
    });
  });
  return { password, until };
}
