import type { Note } from '../../domain/case/steering/terms';
import { scopeOf, sees, type Placement } from '../../domain/identity/scope';
import { kindOf } from '../access/staff-directory';
import type { CasePlace } from '../approvals/needed';
import type { Principal } from '../../domain/identity/principal';
import type { Database } from '../../platform/database';

interface Noting {
  readonly database: Database;
  readonly principal: Principal;
  readonly place: CasePlace;
}

/** More people than one note is for. */
const MOST = 20;

/** `@stf-010` or `@lu.xinran`; not the second half of an e-mail address. */
const MENTION = /(?<![\w@.])@([A-Za-z][\w-]*(?:\.[\w-]+)*)/g;

/**
 * A note with the colleagues that it mentions by id or login, who see the case at that point. Any other word after an `@` is text: whether
 * somebody of that name is elsewhere is not to be learned from it.
 */
export async function noteFacts(
  { database, place, principal }: Noting,
  { text }: { readonly text: string },
): Promise<Note> {
  const names = [...new Set([...text.matchAll(MENTION)].map(([, name = '']) => name))].slice(0, MOST);
  if (names.length === 0) return { text };
  const placement: Placement = { regionId: place.regionId ?? null, outletId: place.outletId ?? null };
  const staff = await database.staff.findMany({
    where: { active: true, OR: [{ id: { in: names } }, { login: { in: names } }] },
    include: { organisation: true },
    orderBy: { id: 'asc' },
  });
  const mentions = staff
    .filter(({ id }) => id !== principal.actor.id)
    .filter(({ organisation: { id, kind } }) => sees(scopeOf({ id, kind: kindOf({ id, kind }) }), placement))
    .map(({ id, nameZh }) => ({ id, name: nameZh }));
  return { text, ...(mentions.length > 0 && { mentions }) };
}
