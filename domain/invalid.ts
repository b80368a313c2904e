import type { Bilingual } from './bilingual';
import { DomainError } from './errors';

/** A field that says what cannot be. @param reason half a sentence, as people read it. */
export const invalid = (field: string, { en, zh }: Bilingual): DomainError =>
  new DomainError('COMMAND.INVALID', { field, reason: { en, zh } }, field);
