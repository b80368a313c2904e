import { DISSATISFIED_UP_TO } from '../../domain/case/after-service/terms';
import { OPEN_STAGES } from '../../domain/case/terms';
import { isPermitted } from '../../domain/identity/permissions';
import type { Principal } from '../../domain/identity/principal';
import type { Config } from '../../platform/config';
import { Prisma, type Database } from '../../platform/database';
import { foldings } from '../../platform/search-fold';
import { caseReadable, inScope } from '../access/scope';
import { readInstant } from '../http/instants';
import { matchesWords } from '../http/matches-words';
import { areaCodeOf, countryOf, readPhone } from '../requests/contact-input';
import { hasLeft, isMine } from '../tasks/mine';
import type { CaseFilters } from './schema';

const LONGEST_NAME = 100;
const SHORTEST_NAME = 2;

export const isOpenCase = Prisma.sql`service_case.stage IN (${Prisma.join([...OPEN_STAGES])})`;

/** The condition on `service_case` that filters come to, within what the caller sees. @throws {ApiError} naming a filter that cannot be read. */
export async function caseConditions(
  { database, config }: { readonly database: Database; readonly config: Config },
  principal: Principal,
  filters: CaseFilters,
): Promise<Prisma.Sql> {
  const { actor, scope } = principal;
  const engineers = filters.q === undefined ? [] : await engineersNamed(database, filters.q);
  const withContacts = isPermitted(actor, 'customer.read');
  const phone =
    filters.phone === undefined
      ? undefined
      : readPhone(
          filters.phone,
          countryOf(config),
          'phone',
          await areaCodeOf(database, actor.organisationId),
        );
  const conditions = [
    // A search also finds what the region has given to another: its customer may call again.
    filters.q === undefined ? inScope(scope, 'service_case') : caseReadable(scope),
    ...ofTheCase(filters),
    ...ofPeople(filters, principal),
    ...ofTimes(filters),
    ...ofTheSurvey(filters),
    ...ofTheUnit(filters),
    ...given(filters.q, (q) => isFound(q, withContacts, engineers)),
    ...given(phone, (number) => (withContacts ? isFrom(number) : Prisma.sql`FALSE`)),
  ];
  return Prisma.join(conditions, ' AND ');
}

const given = <T>(value: T | undefined, condition: (value: T) => Prisma.Sql): Prisma.Sql[] =>
  value === undefined ? [] : [condition(value)];
const equal = (column: Prisma.Sql, value: string | boolean | undefined): Prisma.Sql[] =>
  given(value, (wanted) => Prisma.sql`${column} = ${wanted}`);
const oneOf = (column: Prisma.Sql, values: readonly string[] | undefined): Prisma.Sql[] =>
  given(values, (wanted) => Prisma.sql`${column} IN (${Prisma.join([...wanted])})`);

const ofTheCase = (filters: CaseFilters): Prisma.Sql[] => [
  ...oneOf(Prisma.sql`stage`, filters.stage),
  ...given(filters.open, (open) => (open ? isOpenCase : Prisma.sql`NOT ${isOpenCase}`)),
  ...oneOf(Prisma.sql`request_type`, filters.requestType),
  ...oneOf(Prisma.sql`priority`, filters.priority),
  ...oneOf(Prisma.sql`channel`, filters.channel),
  ...oneOf(Prisma.sql`COALESCE(warranty, 'unknown')`, filters.warranty),
  ...equal(Prisma.sql`paused`, filters.paused),
  ...equal(Prisma.sql`breached`, filters.breached),
  ...equal(Prisma.sql`fault_code`, filters.faultCode),
  ...equal(Prisma.sql`first_time_fix`, filters.firstTimeFix),
  ...given(filters.repeat, (repeat) => Prisma.sql`(repeat_of IS NOT NULL) = ${repeat}`),
];

const ofPeople = (filters: CaseFilters, principal: Principal): Prisma.Sql[] => {
  const me = (id: string | undefined): string | undefined => (id === 'me' ? principal.actor.id : id);
  return [
    ...equal(Prisma.sql`region_id`, filters.regionId),
    ...equal(Prisma.sql`outlet_id`, filters.outletId),
    ...given(filters.organisationId, (id) => Prisma.sql`(region_id = ${id} OR outlet_id = ${id})`),
    ...given(filters.customerId, ofCustomer),
    ...equal(Prisma.sql`engineer_id`, me(filters.engineerId)),
    ...equal(Prisma.sql`owner_role`, filters.ownerRole),
    ...equal(Prisma.sql`owner_staff_id`, me(filters.ownerStaffId)),
    ...given(filters.mine, (mine) => (mine ? areMine(principal) : Prisma.sql`NOT ${areMine(principal)}`)),
  ];
};

const ofTimes = (filters: CaseFilters): Prisma.Sql[] => [
  ...between(Prisma.sql`received_at`, filters, ['receivedFrom', 'receivedTo']),
  ...between(Prisma.sql`closed_at`, filters, ['closedFrom', 'closedTo']),
  ...between(Prisma.sql`repaired_at`, filters, ['repairedFrom', 'repairedTo']),
  ...between(Prisma.sql`next_deadline_at`, filters, ['dueFrom', 'dueBefore']),
];

type Instants = 'receivedFrom' | 'closedFrom' | 'repairedFrom' | 'dueFrom';
type Ends = 'receivedTo' | 'closedTo' | 'repairedTo' | 'dueBefore';

/** From an instant on, and before another. */
const between = (
  column: Prisma.Sql,
  filters: CaseFilters,
  [from, to]: readonly [Instants, Ends],
): Prisma.Sql[] => [
  ...given(filters[from], (at) => Prisma.sql`${column} >= ${new Date(readInstant(at, from))}`),
  ...given(filters[to], (at) => Prisma.sql`${column} < ${new Date(readInstant(at, to))}`),
];

/** A survey of a dissatisfied customer, as a condition on `process`. */
export const dissatisfied = Prisma.sql`least((process.state #>> '{survey,productScore}')::int, (process.state #>> '{survey,serviceScore}')::int) <= ${DISSATISFIED_UP_TO}::int`;

const ofTheSurvey = ({ surveyedFrom, surveyedTo, dissatisfied: is }: CaseFilters): Prisma.Sql[] => [
  ...(surveyedFrom === undefined && surveyedTo === undefined
    ? []
    : [
        Prisma.sql`service_case.process_id IN (SELECT asked.process_id FROM process_clock AS asked
          WHERE asked.name = 'survey' AND asked.met_at IS NOT NULL AND ${Prisma.join(
            [
              Prisma.sql`TRUE`,
              ...given(
                surveyedFrom,
                (at) => Prisma.sql`asked.met_at >= ${new Date(readInstant(at, 'surveyedFrom'))}`,
              ),
              ...given(
                surveyedTo,
                (at) => Prisma.sql`asked.met_at < ${new Date(readInstant(at, 'surveyedTo'))}`,
              ),
            ],
            ' AND ',
          )})`,
      ]),
  ...given(
    is,
    (wanted) => Prisma.sql`COALESCE((SELECT ${dissatisfied} FROM process
      WHERE process.id = service_case.process_id), FALSE) = ${wanted}`,
  ),
];

const ofTheUnit = ({ unitId, productCode, productFamily }: CaseFilters): Prisma.Sql[] => [
  ...equal(Prisma.sql`unit_id`, unitId),
  ...given(
    productCode,
    (code) => Prisma.sql`unit_id IN (SELECT unit.id FROM unit WHERE unit.product_code = ${code})`,
  ),
  ...given(
    productFamily,
    (family) => Prisma.sql`unit_id IN (SELECT unit.id FROM unit
      JOIN product ON product.code = unit.product_code WHERE product.family = ${family})`,
  ),
];

/** Those that the caller owns, goes to, or has a task of, and those that a leaver owns for a role of the caller's. */
export const areMine = (principal: Principal): Prisma.Sql => Prisma.sql`(service_case.process_id IN (
  SELECT own.process_id FROM service_case AS own WHERE own.owner_staff_id = ${principal.actor.id}
  UNION SELECT going.process_id FROM service_case AS going WHERE going.engineer_id = ${principal.actor.id}
  UNION SELECT held.process_id FROM service_case AS held WHERE ${hasLeft(Prisma.sql`held.owner_staff_id`)}
    AND held.owner_role = ANY(${[...principal.actor.roles]}::text[]) AND held.owner_organisation_id = ${principal.actor.organisationId}
  UNION SELECT task.process_id FROM task WHERE ${isMine(principal)}))`;

/** Those that came from a telephone number, and those of the customers whose it is. */
const isFrom = (phone: string): Prisma.Sql => Prisma.sql`number IN (
  SELECT sent.case_number FROM request AS sent WHERE sent.sender_phone = ${phone}
  UNION SELECT theirs.number FROM service_case AS theirs JOIN customer_contact AS contact
    ON contact.customer_id = theirs.customer_id AND contact.kind = 'phone' AND contact.value = ${phone})`;

/** By its words, or by the engineer who has it. */
function isFound(q: string, withPhones: boolean, engineers: readonly string[]): Prisma.Sql {
  const matches = matchesWords(q, withPhones);
  const theirs =
    engineers.length === 0
      ? Prisma.empty
      : Prisma.sql`UNION SELECT number FROM service_case WHERE engineer_id = ANY(${[...engineers]})`;
  return Prisma.sql`number IN (WITH found AS MATERIALIZED (SELECT number FROM service_case WHERE ${matches} ${theirs}) SELECT number FROM found)`;
}

/** The engineers of a name, in either language: a case knows theirs in one. */
async function engineersNamed(database: Database, q: string): Promise<readonly string[]> {
  const wanted = foldings(q.slice(0, LONGEST_NAME)).map((folded) => folded.trim());
  if (wanted.every((name) => name.length < SHORTEST_NAME)) return [];
  const engineers = await database.staff.findMany({
    where: { roles: { has: 'repair-engineer' } },
    select: { id: true, nameEn: true, nameZh: true },
  });
  const isMeant = (name: string): boolean => foldings(name).some((folded) => wanted.includes(folded));
  return engineers.filter(({ nameEn, nameZh }) => isMeant(nameEn) || isMeant(nameZh)).map(({ id }) => id);
}

/** Also the cases that had ended before their prospect was merged into the customer. */
const ofCustomer = (id: string): Prisma.Sql => Prisma.sql`customer_id IN (
  SELECT id FROM customer WHERE id = ${id} OR merged_into = ${id}
  UNION SELECT merged_into FROM customer WHERE id = ${id})`;
