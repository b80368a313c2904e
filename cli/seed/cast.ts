import { rolesOf, kindOf } from '../../api/access/staff-directory';
import type { EngineerFacts } from '../../domain/case/facts';
import type { Actor } from '../../domain/identity/actor';
import { isServiceLevel, type Role, type ServiceLevel } from '../../domain/identity/roles';
import type { Database } from '../../platform/database';

/** A region of the company with the people who work on its cases. */
export interface Region {
  readonly id: string;
  readonly serviceLevel: ServiceLevel;
  readonly calendar: string;
  readonly city: string;
  readonly clerk: Actor;
  readonly director: Actor;
  readonly engineers: readonly EngineerFacts[];
}

export class SeedError extends Error {}

/** Reads who works where. @throws {SeedError} where no region has a clerk, a director and an engineer. */
export async function readRegions(database: Database): Promise<readonly Region[]> {
  const organisations = await database.organisation.findMany({ orderBy: { id: 'asc' } });
  const staff = await database.staff.findMany({ where: { active: true }, orderBy: { id: 'asc' } });
  const regions = organisations.flatMap((centre): Region[] => {
    const { id, serviceLevel, calendar, city } = centre;
    if (kindOf(centre) !== 'centre' || !isServiceLevel(serviceLevel)) return [];
    const holder = (role: Role) => {
      const one = staff.find((person) => person.organisationId === id && rolesOf(person).includes(role));
      return one && actorOf(one);
    };
    const engineers = staff.flatMap((person): EngineerFacts[] => {
      const outlet = organisations.find((one) => one.id === person.organisationId && one.parentId === id);
      if (!outlet || !rolesOf(person).includes('repair-engineer')) return [];
      const level = isServiceLevel(outlet.serviceLevel) ? outlet.serviceLevel : serviceLevel;
      return [{ id: person.id, name: person.nameZh, outletId: outlet.id, regionId: id, serviceLevel: level }];
    });
    const [clerk, director] = [holder('enquiry-clerk'), holder('centre-director')];
    return clerk && director && engineers.length > 0
      ? [{ id, serviceLevel, calendar, city, clerk, director, engineers }]
      : [];
  });
  if (regions.length === 0)
    throw new SeedError(
      'No region has a clerk, a director and an engineer: import a company first (aftercare import FOLDER).',
    );
  return regions;
}

interface Person {
  readonly id: string;
  readonly nameZh: string;
  readonly roles: string[];
  readonly organisationId: string;
}

const actorOf = (person: Person): Actor => ({
  kind: 'staff',
  id: person.id,
  name: person.nameZh,
  roles: rolesOf(person),
  organisationId: person.organisationId,
});

/** As the author of what an engineer enters. */
export const actorOfEngineer = ({ id, name, outletId }: EngineerFacts): Actor => ({
  kind: 'staff',
  id,
  name,
  roles: ['repair-engineer'],
  organisationId: outletId,
});

/** Adds engineers to the outlets that have some, so that each has no more visits than a day has hours. They cannot log in. */
export async function addEngineers(
  database: Database,
  regions: readonly Region[],
  wanted: number,
): Promise<void> {
  const models = regions.flatMap(({ engineers }) => engineers);
  const have = new Set((await database.staff.findMany({ select: { id: true } })).map(({ id }) => id));
  const rows = Array.from({ length: Math.max(0, wanted - models.length) }, (_, n) => {
    const model = models[n % models.length];
    const number = String(n + 1).padStart(3, '0');
    return {
      id: `stf-seed-${number}`,
      login: `engineer.${number}`,
      nameEn: `Engineer ${number}`,
      nameZh: `工程师${number}`,
      organisationId: model?.outletId ?? '',
      roles: ['repair-engineer'],
      language: 'zh',
      email: `engineer.${number}@example.com`,
      phone: '+8613800000000',
      skills: [],
    };
  });
  await database.staff.createMany({ data: rows.filter(({ id }) => !have.has(id)) });
}
