import type { Prisma, Database } from '../../platform/database';
import { isGuessable } from '../../domain/identity/guessable';
import { hashPassword } from '../../platform/passwords';
import { recordChange } from '../administration/changes';
import { entryOf } from '../staff/record';
import { ApiError } from '../http/problems';

/** Long enough to stand against guessing without being changed; no mixture of signs is asked for, but what is tried first is refused (NIST SP 800-63B). */
export const SHORTEST_PASSWORD = 12;
const FEWEST_LETTERS = 5;

type Owner = Prisma.StaffGetPayload<object>;

interface Choice {
  readonly owner: Owner;
  /** The password that it replaces, as it was typed. */
  readonly old: string;
  readonly chosen: string;
}

/**
 * Somebody's password is what they have chosen from now on; all their sessions end with the one before.
 * @returns false where another has replaced the old one meanwhile. @throws {ApiError} AUTH.PASSWORD_WEAK.
 */
export async function choosePassword(database: Database, { owner, old, chosen }: Choice): Promise<boolean> {
  refuseWeak(owner, old, chosen);
  const passwordHash = await hashPassword(chosen);
  const { id, passwordHash: before } = owner;
  return database.$transaction(async (tx) => {
    const { count } = await tx.staff.updateMany({
      where: { id, passwordHash: before, active: true },
      data: { passwordHash, passwordUntil: null, version: { increment: 1 } },
    });
    if (count === 0) return false;
    const saved = await tx.staff.findUniqueOrThrow({ where: { id } });
    const entry = entryOf(saved);
    await recordChange(tx, {
      register: 'staff',
      id,
      version: saved.version,
      by: id,
      kind: 'password-chosen',
      before: entry,
      after: entry,
    });
    return true;
  });
}

function refuseWeak({ login, nameEn, nameZh }: Owner, old: string, chosen: string): void {
  const weak = (en: string, zh: string): ApiError =>
    new ApiError('AUTH.PASSWORD_WEAK', { reason: { en, zh } }, 'newPassword');
  const letters = Array.from(chosen.normalize('NFC'));
  if (letters.length < SHORTEST_PASSWORD)
    throw weak(`needs at least ${SHORTEST_PASSWORD} characters`, `至少需要 ${SHORTEST_PASSWORD} 个字符`);
  if (new Set(letters).size < FEWEST_LETTERS)
    throw weak('repeats the same few characters', '只重复了少数几个字符');
  if (chosen.normalize('NFC') === old.normalize('NFC')) throw weak('is the old one', '与旧密码相同');
  if (chosen.toLowerCase().includes(login.toLowerCase()))
    throw weak('contains your login name', '包含登录名');
  if (isGuessable(chosen, [login, nameEn, nameZh]))
    throw weak(
      'is easily guessed: common words, sequences, or your name',
      '容易被猜到（常见词、连续字符或本人姓名）',
    );
}
