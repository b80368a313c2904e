import type { Scope } from '../../domain/identity/scope';
import { Prisma, type Database } from '../../platform/database';
import { DEFAULT_LIMIT } from '../http/schema/paging';
import type { RequestListQuery } from './list-schema';
import { readInstant } from '../http/instants';
import { Keyset } from '../http/paging';
import { inScope } from '../access/scope';

export interface RequestBriefRow {
  readonly number: string;
  readonly caseNumber: string;
  readonly receivedAt: Date;
  readonly channel: string;
  readonly senderKind: string;
  readonly senderName: string;
  readonly subject: string;
  readonly language: string;
  readonly customerId: string | null;
  readonly regionId: string | null;
  /** Null while the case has not begun. */
  readonly stage: string | null;
}

/** One page of the register (R1), the latest first. @throws {ApiError} for a cursor of another list. */
export async function listRequests(
  database: Database,
  scope: Scope,
  { limit = DEFAULT_LIMIT, cursor, ...filters }: RequestListQuery,
): Promise<{ readonly rows: readonly RequestBriefRow[]; readonly nextCursor: string | null }> {
  const keyset = new Keyset<RequestBriefRow>(
    [
      {
        column: Prisma.sql`request.received_at`,
        kind: 'instant',
        direction: 'desc',
        of: ({ receivedAt }) => receivedAt,
      },
      { column: Prisma.sql`request.number`, kind: 'text', direction: 'desc', of: ({ number }) => number },
    ],
    { list: 'requests', ...filters },
  );
  const { channel, senderKind, customerId, status, receivedFrom, receivedTo } = filters;
  const conditions = [
    inScope(scope, 'request'),
    ...(channel === undefined ? [] : [Prisma.sql`request.channel = ${channel}`]),
    ...(senderKind === undefined ? [] : [Prisma.sql`request.sender_kind = ${senderKind}`]),
    ...(customerId === undefined ? [] : [Prisma.sql`request.customer_id = ${customerId}`]),
    ...(status === undefined
      ? []
      : [
          status === 'started'
            ? Prisma.sql`service_case.stage IS NOT NULL`
            : Prisma.sql`service_case.stage IS NULL`,
        ]),
    ...(receivedFrom === undefined
      ? []
      : [Prisma.sql`request.received_at >= ${new Date(readInstant(receivedFrom, 'receivedFrom'))}`]),
    ...(receivedTo === undefined
      ? []
      : [Prisma.sql`request.received_at < ${new Date(readInstant(receivedTo, 'receivedTo'))}`]),
    keyset.after(cursor),
  ];
  const found = await database.$queryRaw<RequestBriefRow[]>`
    SELECT request.number, request.case_number AS "caseNumber", request.received_at AS "receivedAt", request.channel,
           request.sender_kind AS "senderKind", request.sender_name AS "senderName", request.subject, request.language,
           request.customer_id AS "customerId", request.region_id AS "regionId", service_case.stage
    FROM request LEFT JOIN service_case ON service_case.number = request.case_number
    WHERE ${Prisma.join(conditions, ' AND ')} ${keyset.orderBy} LIMIT ${limit + 1}`;
  return keyset.page(found, limit);
}
