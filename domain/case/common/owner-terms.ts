import type { Role } from '../../identity/roles';
import type { EngineerFacts } from '../facts';

/** Current owner of the case: a role in an organisation, or one person. */
export interface Owner {
  readonly role: Role;
  readonly organisationId: string;
  readonly staffId?: string;
}

/** The part of a case that says who works on it. Declared by itself, since the type of the state follows from the flows' terms. */
export interface WorkedCase {
  readonly stage: string;
  readonly dispatch?: { readonly engineer: EngineerFacts };
}
