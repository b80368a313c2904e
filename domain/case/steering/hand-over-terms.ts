import type { Role, ServiceLevel } from '../../identity/roles';
import type { Agreed } from '../common/consent-terms';

/** A colleague at a desk, of a service centre or of headquarters. */
export interface DeskFacts {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly organisationId: string;
  /** The centre's own region, and its level; headquarters have none. */
  readonly regionId?: string;
  readonly serviceLevel?: ServiceLevel;
}

export interface HandOver extends Agreed {
  readonly to: DeskFacts;
  readonly reason: string;
}

/** Tiers for escalation, lowest first (R11). */
export const ESCALATION_TIERS = ['centre-director', 'hq-service-manager'] as const satisfies readonly Role[];
export type EscalationTier = (typeof ESCALATION_TIERS)[number];
