import { LANGUAGES, type Language } from '../../domain/bilingual';
import type { Principal } from '../../domain/identity/principal';
import { ORGANISATION_KINDS, ROLES, type OrganisationKind, type Role } from '../../domain/identity/roles';
import { scopeOf } from '../../domain/identity/scope';
import { query, type Database } from '../../platform/database';
import { SESSION_LONGEST_S } from './sessions';
import type { Named } from './verify-token';

/** Deactivations, transfers and role changes take effect everywhere within this time. */
export const STAFF_CACHE_MS = 2_000;

/** A person who may log in, and where they work. */
export interface StaffRow {
  readonly id: string;
  readonly nameEn: string;
  readonly nameZh: string;
  readonly organisationId: string;
  readonly roles: readonly string[];
  readonly language: string;
  readonly organisation: {
    readonly id: string;
    readonly kind: string;
    readonly nameEn: string;
    readonly nameZh: string;
    readonly calendar: string;
  };
  /** Set for a person found by their session. */
  readonly session: SessionTimes | null;
}

/** When a session ends if it is not used, and when it ends in any case. */
export interface SessionTimes {
  readonly endsAtMs: number;
  readonly endsLatestMs: number;
}

const STAFF = `SELECT staff.id, staff.name_en AS "nameEn", staff.name_zh AS "nameZh", staff.organisation_id AS "organisationId",
    staff.roles, staff.language,
    json_build_object('id', o.id, 'kind', o.kind, 'nameEn', o.name_en, 'nameZh', o.name_zh, 'calendar', o.calendar) AS organisation`;
const FROM_ORGANISATION = 'FROM staff JOIN organisation AS o ON o.id = staff.organisation_id';
const ACTIVE_STAFF = `${STAFF}, NULL AS session ${FROM_ORGANISATION} WHERE staff.active AND `;
const NOT_REVOKED = 'AND NOT EXISTS (SELECT FROM revoked_token WHERE revoked_token.token_id = $2)';
const BY_ID = `${ACTIVE_STAFF} staff.id = $1 ${NOT_REVOKED}`;
const BY_SUBJECT = `${ACTIVE_STAFF} staff.subject = $1 ${NOT_REVOKED}`;
const BY_SESSION = `${STAFF}, json_build_object('endsAtMs', (extract(epoch FROM s.expires_at) * 1000)::float8,
    'endsLatestMs', (extract(epoch FROM s.created_at) + ${SESSION_LONGEST_S}) * 1000) AS session
  ${FROM_ORGANISATION} JOIN staff_session AS s ON s.staff_id = staff.id
  WHERE staff.active AND s.id = $1 AND s.expires_at > clock_timestamp()`;

/** The person to look up: with their token if they sent one, or by their session. */
export type Sought =
  (Named & { readonly tokenId?: string }) | { readonly kind: 'session'; readonly sessionId: string };

/** More tokens than are in use at one time. */
const MOST_KEPT = 10_000;

interface Entry {
  readonly staff: StaffRow;
  readonly goodUntilMs: number;
}

/** Staff who may log in, read from the register and kept for a moment: each request asks who its caller is. */
export class StaffDirectory {
  /** Existing staff, by token or session. */
  private readonly entries = new Map<string, Entry>();

  /** @param nowMs a clock that never goes back. */
  constructor(
    private readonly database: Database,
    private readonly nowMs: () => number = () => performance.now(),
  ) {}

  /** The person with their organisation; undefined if unknown, no longer active, or logged out with this token or session. */
  async find(bearer: Sought): Promise<StaffRow | undefined> {
    const key = JSON.stringify(bearer);
    // Counted from before the question, so that what is kept is never older than it says.
    const askedAtMs = this.nowMs();
    const kept = this.entries.get(key);
    if (kept && askedAtMs < kept.goodUntilMs) return kept.staff;
    this.entries.delete(key);
    const staff = await this.read(bearer);
    if (!staff) return undefined;
    const [oldest] = this.entries.keys();
    if (this.entries.size >= MOST_KEPT && oldest !== undefined) this.entries.delete(oldest);
    this.entries.set(key, { staff, goodUntilMs: askedAtMs + STAFF_CACHE_MS });
    return staff;
  }

  /** Drops the entry of a revoked token or an ended session; other API processes learn of it within {@link STAFF_CACHE_MS}. */
  forget(tokenOrSessionId: string): void {
    for (const key of this.entries.keys()) if (key.includes(tokenOrSessionId)) this.entries.delete(key);
  }

  /** Drops what is kept of a person whose rights or password have changed. */
  forgetPerson(staffId: string): void {
    for (const [key, { staff }] of this.entries) if (staff.id === staffId) this.entries.delete(key);
  }

  private async read(bearer: Sought): Promise<StaffRow | undefined> {
    const [text, values] = questionOf(bearer);
    const { rows } = await query<StaffRow>(this.database, text, values);
    return rows[0];
  }
}

function questionOf(sought: Sought): readonly [text: string, values: readonly string[]] {
  switch (sought.kind) {
    case 'id':
      return [BY_ID, [sought.id, sought.tokenId ?? '']];
    case 'subject':
      return [BY_SUBJECT, [sought.subject, sought.tokenId ?? '']];
    case 'session':
      return [BY_SESSION, [sought.sessionId]];
  }
}

/** The facts about a logged-in person that the rules use. */
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
export const rolesOf = (staff: Pick<StaffRow, 'roles'>): readonly Role[] =>
  ROLES.filter((role) => staff.roles.includes(role));

export const languageOfStaff = (staff: StaffRow): Language =>
  LANGUAGES.find((language) => language === staff.language) ?? 'en';

/** @throws {Error} for a kind that the register must not hold: somebody's scope cannot be guessed. */
export function kindOf({ id, kind }: { readonly id: string; readonly kind: string }): OrganisationKind {
  const known = ORGANISATION_KINDS.find((one) => one === kind);
  if (known) return known;
  throw new Error(`Organisation ${id} has the unknown kind ${kind}`);
}
