import type { Scope } from '../../domain/identity/scope';
import type { Prisma } from '../../platform/database';

/** Organisations in sight, as Prisma asks for them: those of another part do not exist for this caller (R11). */
export function organisationWhere(scope: Scope): Prisma.OrganisationWhereInput {
  switch (scope.kind) {
    case 'all':
      return {};
    case 'region':
      return { OR: [{ id: scope.regionId }, { parentId: scope.regionId }] };
    case 'outlet':
      return { id: scope.outletId };
  }
}
