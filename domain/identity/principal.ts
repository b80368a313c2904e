import type { Language } from '../bilingual';
import type { Actor } from './actor';
import type { Scope } from './scope';

/** Somebody who has logged in: who they are, what part of the organisation they see, and their language. */
export interface Principal {
  readonly actor: Extract<Actor, { kind: 'staff' }>;
  readonly scope: Scope;
  readonly language: Language;
}
