import type { Prisma, Transaction } from '../../platform/database';
import { ApiError } from '../http/problems';

type Place = Pick<Prisma.OrganisationGetPayload<object>, 'id' | 'kind' | 'parentId' | 'provinces'>;

/**
 * A province is one centre's, and the outlets there are of that centre: a customer's region follows from it, and whose engineers are near.
 * @throws {ApiError} ORGANISATION.PROVINCE_SERVED, ORGANISATION.PROVINCE_ELSEWHERE.
 */
export function refuseBadProvinces(tx: Transaction, after: Place, before?: Place): Promise<void> {
  return after.kind === 'centre' ? refuseSharing(tx, after, before) : refuseStraying(tx, after);
}

async function refuseSharing(tx: Transaction, { id, provinces }: Place, before?: Place): Promise<void> {
  const given = provinces.filter((one) => before?.provinces.includes(one) !== true);
  const taken = (before?.provinces ?? []).filter((one) => !provinces.includes(one));
  const server = await tx.organisation.findFirst({
    where: {
      id: { not: id },
      active: true,
      OR: [
        { kind: 'centre', provinces: { hasSome: given } },
        { kind: 'outlet', parentId: id, provinces: { hasSome: taken } },
      ],
    },
    orderBy: { id: 'asc' },
  });
  if (!server) return;
  const province = [...given, ...taken].find((one) => server.provinces.includes(one)) ?? '';
  throw new ApiError(
    'ORGANISATION.PROVINCE_SERVED',
    { province, name: { en: server.nameEn, zh: server.nameZh } },
    'provinces',
  );
}

async function refuseStraying(tx: Transaction, { kind, parentId, provinces }: Place): Promise<void> {
  if (kind !== 'outlet' || parentId === null) return;
  const centre = await tx.organisation.findUniqueOrThrow({ where: { id: parentId } });
  const province = provinces.find((one) => !centre.provinces.includes(one));
  if (province === undefined) return;
  throw new ApiError(
    'ORGANISATION.PROVINCE_ELSEWHERE',
    { province, name: { en: centre.nameEn, zh: centre.nameZh } },
    'provinces',
  );
}
