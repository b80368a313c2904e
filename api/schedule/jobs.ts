import { PRIORITIES, REQUEST_TYPES, STAGES } from '../../domain/case/terms';
import { Prisma } from '../../platform/database';
import { iso, oneOf, oneOfOrNull } from '../http/one-of';
import type { JobView } from './schema';

/** A job, as its row has it. */
export interface JobRow {
  readonly caseNumber: string;
  readonly version: number;
  readonly subject: string;
  readonly stage: string;
  readonly requestType: string | null;
  readonly priority: string;
  readonly paused: boolean;
  readonly breached: boolean;
  readonly customerId: string | null;
  readonly customerName: string | null;
  readonly address: string | null;
  readonly senderName: string;
  readonly senderPhone: string | null;
  readonly senderExtension: string | null;
  readonly unitId: string | null;
  readonly serial: string | null;
  readonly productCode: string | null;
  readonly family: string | null;
  readonly dueAt: Date | null;
}

export const JOB_COLUMNS = Prisma.sql`service_case.number AS "caseNumber", service_case.seq AS version, service_case.subject, service_case.stage,
  service_case.request_type AS "requestType", service_case.priority, service_case.paused, service_case.breached,
  customer.id AS "customerId", customer.name AS "customerName", COALESCE(unit.address, customer.address, request.sender_address) AS address,
  service_case.sender_name AS "senderName", request.sender_phone AS "senderPhone", request.sender_extension AS "senderExtension",
  unit.id AS "unitId", unit.serial, unit.product_code AS "productCode", product.family, service_case.next_deadline_at AS "dueAt"`;

/** Beside `service_case`. */
export const JOB_TABLES = Prisma.sql`
  LEFT JOIN customer ON customer.id = service_case.customer_id
  LEFT JOIN unit ON unit.id = service_case.unit_id LEFT JOIN product ON product.code = unit.product_code
  LEFT JOIN request ON request.number = service_case.request_number`;

export const jobView = (row: JobRow): JobView => ({
  caseNumber: row.caseNumber,
  version: row.version,
  subject: row.subject,
  stage: oneOf(STAGES, row.stage),
  requestType: oneOfOrNull(REQUEST_TYPES, row.requestType),
  priority: oneOf(PRIORITIES, row.priority),
  paused: row.paused,
  breached: row.breached,
  customer:
    row.customerId === null || row.customerName === null
      ? null
      : { id: row.customerId, name: row.customerName },
  address: row.address,
  contact: { name: row.senderName, phone: row.senderPhone, extension: row.senderExtension },
  unit: unitOf(row),
  dueAt: iso(row.dueAt),
});

const unitOf = ({ unitId: id, serial, productCode, family }: JobRow): JobView['unit'] =>
  id === null || serial === null || productCode === null || family === null
    ? null
    : { id, serial, productCode, family };
