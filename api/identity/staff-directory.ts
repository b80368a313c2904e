import { LANGUAGES, type Language } from '../../domain/case/terms';
import type { Principal } from '../../domain/identity/principal';
import { ROLES, type OrganisationKind, type Role } from '../../domain/identity/roles';
import { scopeOf } from '../../domain/identity/scope';
import type { Database, Prisma } from '../../platform/database';
import type { Bearer } from './verify-token';

/** Whoever is deactivated, moved or given other roles is so everywhere within this time. */
export const STAFF_CACHE_MS = 2_000;

const WITH_ORGANISATION = { organisation: { select: { id: true, kind: true, nameEn: true, nameZh: true } } };
export type StaffRow = Prisma.StaffGetPayload<{ include: typeof WITH_ORGANISATION }>;

interface Entry {
  readonly staff: StaffRow;
  readonly goodUntilMs: number;
}

/** Staff who may log in, read from the register and kept for a moment: each request asks who its caller is. */
export class StaffDirectory {
  /** Holds people who exist, so it is no longer than the register. */
  private readonly entries = new Map<string, Entry>();

  /** @param nowMs a clock that never goes back. */
  constructor(
    private readonly database: Database,
    private readonly nowMs: () => number = () => performance.now(),
  ) {}

  /** The person with their organisation; undefined if unknown or no longer active. */
  async find(bearer: Bearer): Promise<StaffRow | undefined> {
    const key = JSON.stringify(bearer);
    // Counted from before the question, so that what is kept is never older than it says.
    const askedAtMs = this.nowMs();
    const kept = this.entries.get(key);
    if (kept && askedAtMs < kept.goodUntilMs) return kept.staff;
    this.entries.delete(key);
    const staff = await this.read(bearer);
    if (!staff?.active) return undefined;
    this.entries.set(key, { staff, goodUntilMs: askedAtMs + STAFF_CACHE_MS });
    return staff;
  }

  private read(bearer: Bearer): Promise<StaffRow | null> {
    const where = bearer.kind === 'id' ? { id: bearer.id } : { subject: bearer.subject };
    return this.database.staff.findUnique({ where, include: WITH_ORGANISATION });
  }
}

/** What the rules need to know of a person who is logged in. */
export function principalOf(staff: StaffRow): Principal {
  const language = languageOfStaff(staff);
  return {
    actor: {
      kind: 'staff',
      id: staff.id,
      name: language === 'zh' ? staff.nameZh : staff.nameEn,
      roles: rolesOf(staff),
      organisationId: staff.organisationId,
    },
    scope: scopeOf({ id: staff.organisationId, kind: kindOf(staff.organisation) }),
    language,
  };
}

/** A role that is not of R12 gives no rights. */
export const rolesOf = (staff: StaffRow): readonly Role[] =>
  ROLES.filter((role) => staff.roles.includes(role));

export const languageOfStaff = (staff: StaffRow): Language =>
  LANGUAGES.find((language) => language === staff.language) ?? 'en';

/** @throws {Error} for a kind that the register must not hold: somebody's scope cannot be guessed. */
export function kindOf({ id, kind }: { readonly id: string; readonly kind: string }): OrganisationKind {
  if (kind === 'hq' || kind === 'centre' || kind === 'outlet') return kind;
  throw new Error(`Organisation ${id} is of no known kind: ${kind}`);
}
