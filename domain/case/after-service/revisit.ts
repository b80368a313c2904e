import type { ServiceLevel } from '../../identity/roles';
import type { RevisitReason } from './terms';

/** Share of cases at service level C that are revisited (R11, R23). */
export const SAMPLED_SHARE_AT_C = 0.3;

/** Number of failed attempts after which a revisit is given up (R23). */
export const REVISIT_ATTEMPTS = 3;

/** Failed calls within this time count as one attempt, so that the customer has some time to answer. */
export const REVISIT_RETRY_AFTER_MS = 4 * 3_600_000;

/**
 * Whether the customer is owed a revisit: always at A and B, a sample at C (R11, R23). The sample is drawn from the case number, by
 * FNV-1a and the finalizer of MurmurHash3, so that anybody can draw it again.
 */
export function revisitOwed(
  caseNumber: string,
  level: ServiceLevel,
): { required: boolean; reason: RevisitReason } {
  if (level !== 'C') return { required: true, reason: 'level-always' };
  const required = mix(fnv1a(caseNumber)) / 0x1_0000_0000 < SAMPLED_SHARE_AT_C;
  return { required, reason: required ? 'sampled' : 'not-sampled' };
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

/** Consecutive case numbers differ in the low bits alone; without this, whole days were sampled or left out together. */
function mix(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
