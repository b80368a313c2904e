import { loadCalendars } from '../../activities/projections/calendars';
import type { Calendar } from '../../domain/clock/calendar';
import type { RegisteredCase } from '../../domain/case/state';
import type { CandidateFacts, Nearness, SkillFit } from '../../domain/dispatch/candidates';
import { nextFreeSlot } from '../../domain/dispatch/free-slot';
import type { Scope } from '../../domain/identity/scope';
import type { Database, Prisma } from '../../platform/database';
import { organisationWhere } from '../organisations/scope';
import { serviceLevelOf } from '../requests/facts';

const WITH_PLACE = {
  organisation: { include: { parent: true } },
} as const satisfies Prisma.StaffInclude;
type Engineer = Prisma.StaffGetPayload<{ include: typeof WITH_PLACE }>;

export interface EngineerCandidate extends CandidateFacts {
  readonly engineer: Engineer;
  readonly nextFree?: { readonly from: string; readonly to: string };
}

export interface Wanted {
  readonly fromMs: number;
  readonly untilMs: number;
  readonly durationMs: number;
}

interface Job {
  readonly family: string | undefined;
  readonly province: string | null;
  readonly regionId: string | undefined;
}

/** Every engineer whom the caller may send, with what they are ranked by for this case. */
export async function candidatesFor(
  database: Database,
  scope: Scope,
  state: RegisteredCase,
  wanted: Wanted,
): Promise<readonly EngineerCandidate[]> {
  const engineers = await database.staff.findMany({
    where: { active: true, roles: { has: 'repair-engineer' }, organisation: organisationWhere(scope) },
    include: WITH_PLACE,
  });
  const slots = await database.engineerSlot.findMany({
    where: { engineerId: { in: engineers.map(({ id }) => id) }, to: { gt: new Date(wanted.fromMs) } },
  });
  const at = new Date(wanted.fromMs).toISOString();
  const codes = [...new Set(engineers.map(({ organisation }) => organisation.calendar))];
  const calendars = await loadCalendars(
    database,
    codes.map((code) => ({ code, at })),
  );
  const job = await jobOf(database, state);
  return engineers.map((engineer) => {
    const own = slots.filter(({ engineerId }) => engineerId === engineer.id);
    return factsOf(engineer, own, { job, wanted, calendar: calendars(engineer.organisation.calendar, at) });
  });
}

function factsOf(
  engineer: Engineer,
  slots: readonly Prisma.EngineerSlotGetPayload<object>[],
  { job, wanted, calendar }: { readonly job: Job; readonly wanted: Wanted; readonly calendar: Calendar },
): EngineerCandidate {
  const { organisation } = engineer;
  const busy = slots.map(({ from, to }) => [from.getTime(), to.getTime()] as const);
  const free = nextFreeSlot(calendar, busy, wanted)?.map((ms) => new Date(ms).toISOString());
  const [from, to] = free ?? [];
  return {
    engineer,
    engineerId: engineer.id,
    skill: skillFor(engineer, job),
    nearness: nearnessTo(engineer, job),
    serviceLevel:
      serviceLevelOf(organisation.serviceLevel) ??
      serviceLevelOf(organisation.parent?.serviceLevel ?? null) ??
      'A',
    openVisits: slots.filter(({ kind }) => kind === 'visit').length,
    ...(from !== undefined && to !== undefined && { nextFreeAt: from, nextFree: { from, to } }),
  };
}

const skillFor = ({ skills }: Engineer, { family }: Job): SkillFit =>
  family === undefined ? 'unknown' : skills.includes(family) ? 'yes' : 'no';

function nearnessTo({ organisation }: Engineer, { province, regionId }: Job): Nearness {
  if (province !== null && organisation.kind === 'outlet' && organisation.provinces.includes(province))
    return 'province';
  const region = organisation.kind === 'outlet' ? organisation.parentId : organisation.id;
  return regionId !== undefined && region === regionId ? 'region' : 'elsewhere';
}

async function jobOf(database: Database, { unit, customer, regionId }: RegisteredCase): Promise<Job> {
  const product = unit && (await database.product.findUnique({ where: { code: unit.productCode } }));
  const file = customer && (await database.customer.findUnique({ where: { id: customer.id } }));
  return { family: product?.family, province: file?.province ?? null, regionId };
}
