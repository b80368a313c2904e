import { isPermitted } from '../../domain/identity/permissions';
import type { Principal } from '../../domain/identity/principal';
import { normaliseCode } from '../../domain/text/normalise';
import { Prisma } from '../../platform/database';
import { caseReadable, inScope } from '../access/scope';
import { isOpenCase } from '../cases/filters';
import { patternOf } from '../http/containing';
import { matchesWords } from '../http/matches-words';
import { isOpenOrder } from '../parts-orders/list';
import { isUnstarted } from '../requests/unstarted';
import { named, staffInSight } from '../staff/list';
import { hasFragment } from '../units/list';
import type { FoundKind } from './schema';

/** A row as each statement gives it. */
export interface FoundRow {
  readonly id: string;
  readonly label: string;
  readonly detail: string | null;
  readonly state: string | null;
}

interface Asked {
  readonly q: string;
  readonly principal: Principal;
  readonly limit: number;
}

/** The statement that finds each kind. */
export const SOURCES: Readonly<Record<FoundKind, (asked: Asked) => Prisma.Sql>> = {
  case: ({ q, principal: { actor, scope }, limit }) => Prisma.sql`
    WITH found AS MATERIALIZED (SELECT number, subject, sender_name, customer_id, stage, received_at FROM service_case
      WHERE ${matchesWords(q, isPermitted(actor, 'customer.read'))} AND ${caseReadable(scope)})
    SELECT service_case.number AS id, service_case.number || ' ' || service_case.subject AS label,
      COALESCE(customer.name, service_case.sender_name) AS detail, service_case.stage AS state
    FROM found AS service_case LEFT JOIN customer ON customer.id = service_case.customer_id
    ORDER BY service_case.number = ${numberIn(q, 'AS')} DESC, ${isOpenCase} DESC, service_case.received_at DESC, service_case.number DESC
    LIMIT ${limit}`,

  customer: ({ q, principal: { scope }, limit }) => Prisma.sql`
    WITH found AS MATERIALIZED (SELECT customer.* FROM customer WHERE ${matchesWords(q, true)})
    SELECT customer.id, customer.name AS label, concat_ws(' · ', customer.number, customer.city) AS detail, customer.status AS state
    FROM found AS customer WHERE customer.merged_into IS NULL AND ${inScope(scope, 'customer')}
    ORDER BY customer.status = 'active' DESC, customer.number LIMIT ${limit}`,

  unit: ({ q, principal: { scope, language }, limit }) => Prisma.sql`
    SELECT unit.id, unit.serial || ' ' || ${language === 'zh' ? Prisma.sql`product.name_zh` : Prisma.sql`product.name_en`} AS label,
      customer.name AS detail, NULL AS state
    FROM unit JOIN product ON product.code = unit.product_code JOIN customer ON customer.id = unit.customer_id
    WHERE ${isLong(q) ? hasFragment(q) : Prisma.sql`FALSE`} AND ${inScope(scope, 'unit')} ORDER BY unit.serial LIMIT ${limit}`,

  // A request is found by what its case holds; by itself while that has not begun, and by its number.
  request: ({ q, principal: { scope }, limit }) => Prisma.sql`
    SELECT request.number AS id, request.number || ' ' || request.subject AS label, request.sender_name AS detail,
      CASE WHEN service_case.number IS NULL THEN 'registered' ELSE 'started' END AS state
    FROM request LEFT JOIN service_case ON service_case.number = request.case_number
    WHERE ${inScope(scope, 'request')} AND request.number IN (
      SELECT number FROM request WHERE number = ${numberIn(q, 'RQ')}
      UNION SELECT number FROM request WHERE ${isUnstarted}
        AND (sender_name ILIKE ${patternOf(q)} OR subject ILIKE ${patternOf(q)} OR case_number = ${numberIn(q, 'AS')}))
    ORDER BY request.received_at DESC, request.number DESC LIMIT ${limit}`,

  partsOrder: ({ q, principal: { scope }, limit }) => Prisma.sql`
    SELECT parts_order.number AS id, parts_order.number || ' ' || parts_order.consignee AS label,
      concat_ws(' · ', parts_order.case_number, array_to_string(parts_order.part_numbers, ', ')) AS detail, parts_order.stage AS state
    FROM parts_order WHERE ${inScope(scope, 'parts_order')} AND parts_order.number IN (
      SELECT number FROM parts_order WHERE number = ${numberIn(q, 'PO')}
      UNION SELECT number FROM parts_order WHERE case_number = ${numberIn(q, 'AS')}
      UNION SELECT number FROM parts_order WHERE part_numbers && ${partNumbers(q)}::text[]
      ${isLong(q) ? Prisma.sql`UNION SELECT number FROM parts_order WHERE consignee ILIKE ${patternOf(q)}` : Prisma.empty})
    ORDER BY ${isOpenOrder} DESC, parts_order.requested_at DESC, parts_order.number DESC LIMIT ${limit}`,

  staff: ({ q, principal: { scope, language }, limit }) => Prisma.sql`
    SELECT staff.id, ${language === 'zh' ? Prisma.sql`staff.name_zh` : Prisma.sql`staff.name_en`} AS label,
      ${language === 'zh' ? Prisma.sql`organisation.name_zh` : Prisma.sql`organisation.name_en`} AS detail, NULL AS state
    FROM staff JOIN organisation ON organisation.id = staff.organisation_id
    WHERE staff.active AND ${staffInSight(scope)} AND (${named(q)}) ORDER BY staff.name_en, staff.id LIMIT ${limit}`,
};

/** One character of a name in Chinese finds too much by an index of fragments; a Latin one likewise. */
const SHORTEST = 2;
const isLong = (q: string): boolean => q.replaceAll(/[\s-]/g, '').length >= SHORTEST;

/** A number of a series, however it is typed: `as2026-12` is `AS-2026-000012`. Empty for other text. */
function numberIn(q: string, series: 'AS' | 'RQ' | 'PO'): string {
  const [, letters = '', year = '', count = ''] =
    /^(?:([A-Z]{2})[\s-]*)?(\d{4})[\s-]*(\d{1,9})$/.exec(normaliseCode(q).toUpperCase()) ?? [];
  if (year === '' || (letters !== '' && letters !== series)) return '';
  return `${series}-${year}-${count.replace(/^0+/, '').padStart(6, '0')}`;
}

const partNumbers = (q: string): string[] => {
  const code = normaliseCode(q).replaceAll(' ', '-');
  return [code, code.toUpperCase()];
};
