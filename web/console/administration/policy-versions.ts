import type { Schemas } from '../api';
import type { Standing } from './standing';

type Policy = Schemas['Policy'];

const SCOPE = ['clock', 'requestType', 'priority', 'serviceLevel', 'warranty'] as const;

type Scoped = { readonly [Name in (typeof SCOPE)[number]]?: string | null | undefined };

const scopeKey = (policy: Scoped): string => JSON.stringify(SCOPE.map((name) => policy[name] ?? null));

export const isSameScope = (left: Scoped, right: Scoped): boolean => scopeKey(left) === scopeKey(right);

/** Versions of each policy together: those for the same promise of the same cases, the latest first. */
export function policyVersions(policies: readonly Policy[]): readonly (readonly Policy[])[] {
  const groups = new Map<string, Policy[]>();
  for (const policy of policies) {
    const key = scopeKey(policy);
    const group = groups.get(key);
    if (group) group.push(policy);
    else groups.set(key, [policy]);
  }
  return [...groups.values()];
}

/** The version that is in force at an instant: the latest that has begun and has not ended. */
export const versionAt = (versions: readonly Policy[], at: number): Policy | undefined =>
  versions.find(
    ({ effectiveFrom, effectiveTo }) =>
      Date.parse(effectiveFrom) <= at && (effectiveTo === null || at < Date.parse(effectiveTo)),
  );

export function standingIn(versions: readonly Policy[], policy: Policy, now = Date.now()): Standing {
  if (Date.parse(policy.effectiveFrom) > now) return 'toCome';
  return versionAt(versions, now) === policy ? 'inForce' : 'past';
}
