import type { OrganisationKind } from './roles';

/** The part of the organisation that somebody sees: HQ all, a centre its region, an outlet its own jobs (R11). */
export type Scope =
  | { readonly kind: 'all' }
  | { readonly kind: 'region'; readonly regionId: string }
  | { readonly kind: 'outlet'; readonly outletId: string };

/** The organisation at the top: always called so. */
export const HQ = 'hq';

export function scopeOf(organisation: { readonly id: string; readonly kind: OrganisationKind }): Scope {
  switch (organisation.kind) {
    case 'hq':
      return { kind: 'all' };
    case 'centre':
      return { kind: 'region', regionId: organisation.id };
    case 'outlet':
      return { kind: 'outlet', outletId: organisation.id };
  }
}

/** Where a thing belongs. */
export interface Placement {
  readonly regionId: string | null;
  readonly outletId: string | null;
}

export function sees(scope: Scope, placement: Placement): boolean {
  switch (scope.kind) {
    case 'all':
      return true;
    case 'region':
      return placement.regionId === scope.regionId;
    case 'outlet':
      return placement.outletId === scope.outletId;
  }
}
