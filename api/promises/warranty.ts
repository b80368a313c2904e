import type { Evidence } from '../../domain/promises/definitions';
import { Prisma } from '../../platform/database';

/** A cent for what was rounded. */
const ROUNDING_CENTS = 1;

/**
 * Within its warranty is a unit until the last day that its product's term for labour sets, else by the default. The promise is kept where the
 * customer was charged no more of what was done than the rules leave to them, whatever a supervisor decided against them; broken where an
 * invoice that stands charges more, or the customer declined a quote that asked for more. It is open until the work is charged or done.
 * The state is read once: each operator on it would read all of it again (13 s against 1 s of 20,000 cases).
 */
export function warrantyRows(
  { requestTypes, months }: Extract<Evidence, { by: 'warranty' }>,
  columns: Prisma.Sql,
  cases: Prisma.Sql,
): Prisma.Sql {
  const judged = Prisma.sql`(p.entitlement -> 'judged')`;
  const begun = Prisma.sql`(CASE WHEN ${judged} #>> '{basis,from}' = 'sale' THEN ${judged} #>> '{basis,soldOn}'
    ELSE ${judged} #>> '{basis,installedOn}' END)::date`;
  const until = Prisma.sql`COALESCE(CASE WHEN ${judged} #>> '{labour,reason}' IN ('warranty', 'expired')
    THEN (${judged} #>> '{labour,until}')::date END, (${begun} + make_interval(months => ${months}::int))::date)`;
  return Prisma.sql`
    SELECT ${columns}, ended.at AS due_at, ended.at AS met_at,
      CASE WHEN ended.at IS NULL AND service_case.stage IN ('cancelled', 'joined') THEN service_case.updated_at END AS stopped_at,
      ended.at IS NOT NULL AND (${isOvercharged(judged)} OR ${isOverquoted(judged)}) AS is_broken, NULL::timestamptz AS entered_late_at
    FROM service_case JOIN process ON process.id = service_case.process_id
      CROSS JOIN LATERAL jsonb_to_record(process.state) AS p (entitlement jsonb, invoices jsonb, quote jsonb, "earlierQuotes" jsonb)
      LEFT JOIN process_clock AS done ON done.process_id = service_case.process_id AND done.name = 'resolution'
      CROSS JOIN LATERAL (SELECT COALESCE(
        (SELECT max((invoice ->> 'issuedAt')::timestamptz) FROM ${standingInvoices}),
        done.met_at,
        CASE WHEN service_case.stage NOT IN ('cancelled', 'joined') THEN done.stopped_at END) AS at) AS ended
    WHERE ${cases} AND service_case.request_type IN (${Prisma.join([...requestTypes])})
      AND ${judged} #>> '{labour,reason}' IS DISTINCT FROM 'excluded-cause'
      AND (${judged} #>> '{basis,onDay}')::date <= ${until}`;
}

const standingInvoices = Prisma.sql`jsonb_array_elements(COALESCE(p.invoices, '[]'::jsonb)) AS invoice
  WHERE invoice ->> 'creditedAt' IS NULL`;

/** The percent that the rules cover of a line: a part by its own verdict. */
const covered = (judged: Prisma.Sql, line: Prisma.Sql): Prisma.Sql => Prisma.sql`COALESCE(
  (SELECT (part ->> 'percent')::int FROM jsonb_array_elements(${judged} -> 'lines') AS part
   WHERE ${line} ->> 'item' = 'parts' AND part ->> 'partNumber' = ${line} ->> 'partNumber' LIMIT 1),
  (${judged} -> (${line} ->> 'item') ->> 'percent')::int, 0)`;

/** An invoice that stands takes more of a line than its share, at the price of the quote that it rests on. */
const isOvercharged = (judged: Prisma.Sql): Prisma.Sql => Prisma.sql`EXISTS (
  SELECT 1 FROM jsonb_array_elements(COALESCE(p.invoices, '[]'::jsonb)) AS invoice
    CROSS JOIN jsonb_array_elements(invoice -> 'lines') AS line
    LEFT JOIN LATERAL (SELECT quoted FROM jsonb_array_elements(
        COALESCE(p."earlierQuotes", '[]'::jsonb) || COALESCE(p.quote, '{}'::jsonb)) AS quote
      CROSS JOIN jsonb_array_elements(COALESCE(quote -> 'lines', '[]'::jsonb)) AS quoted
      WHERE quote ->> 'number' = invoice ->> 'quoteNumber' AND quoted ->> 'item' = line ->> 'item'
        AND quoted ->> 'unit' = line ->> 'unit' AND quoted ->> 'partNumber' IS NOT DISTINCT FROM line ->> 'partNumber' LIMIT 1) AS priced ON TRUE
  WHERE invoice ->> 'creditedAt' IS NULL
    AND (line ->> 'amountCents')::numeric > ${ROUNDING_CENTS}::int + COALESCE(
      (priced.quoted ->> 'unitPriceCents')::numeric * (line ->> 'quantity')::numeric
        / CASE line ->> 'unit' WHEN 'minute' THEN 60 ELSE 1 END, (line ->> 'amountCents')::numeric)
      * (100 - ${covered(judged, Prisma.sql`line`)}) / 100)`;

/** Whether a declined or lapsed quote charged for covered work. */
const isOverquoted = (
  judged: Prisma.Sql,
): Prisma.Sql => Prisma.sql`(p.quote ->> 'status' IN ('refused', 'lapsed') AND EXISTS (
  SELECT 1 FROM jsonb_array_elements(COALESCE(p.quote -> 'lines', '[]'::jsonb)) AS line
  WHERE (line ->> 'coveredPercent')::int < ${covered(judged, Prisma.sql`line`)}))`;
