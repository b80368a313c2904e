import { Type, type Static } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { CHANNELS, LANGUAGES, SENDER_KINDS } from '../../domain/case/terms';
import type { Database, Prisma } from '../../platform/database';
import { RequestDetail, type RegisteredRequest } from '../../schemas/requests';
import type { RequestBrief } from '../../schemas/request-list';
import { openCasesOf, type OpenCase } from '../intake/open-cases';
import type { RequestBriefRow } from '../queries/request-list';
import { oneOf } from './one-of';

type Row = Prisma.RequestGetPayload<object>;

/** What starts the case of a request, and names both. */
export type RequestStart = Pick<Row, 'number' | 'caseNumber' | 'receivedAt' | 'start' | 'startedAt'>;

interface Brief {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly status: string;
}

/** Who sent a request, and what else is known of them. */
export interface KnownSender {
  readonly customer: Brief | null;
  /** Others with the same contact, of a prospect. */
  readonly candidates: readonly Brief[];
  readonly unit: { readonly id: string; readonly serial: string; readonly productCode: string } | null;
  readonly openCases: readonly OpenCase[];
}

/** What intake answers: the request as it was registered, and what is known of its sender. */
export function registeredAnswer(
  request: RequestStart,
  { customer, candidates, unit, openCases }: KnownSender,
  isStarted: boolean,
): Static<typeof RegisteredRequest> {
  const { warranty } = Value.Parse(StartedUnit, request.start).first.data.unit ?? { warranty: 'unknown' };
  return {
    number: request.number,
    caseNumber: request.caseNumber,
    receivedAt: request.receivedAt.toISOString(),
    status: isStarted ? 'started' : 'registered',
    customer: customer && brief(customer),
    candidates: candidates.map(brief),
    unit: unit && { id: unit.id, serial: unit.serial, productCode: unit.productCode, warranty },
    openCases: [...openCases],
  };
}

/** What is known of the sender of a registered request now. */
export async function readKnownSender(database: Database, number: string): Promise<KnownSender> {
  const row = await database.request.findUniqueOrThrow({
    where: { number },
    include: { customer: true, unit: true },
  });
  const { customer, unit } = row;
  const open = customer ? await openCasesOf(database, customer.id) : [];
  return {
    customer,
    candidates: customer?.status === 'prospect' ? await candidates(database, row) : [],
    unit,
    openCases: open.filter((one) => row.openCases.includes(one.number)),
  };
}

const StartedUnit = Type.Object({
  first: Type.Object({
    data: Type.Object({ unit: Type.Optional(Type.Object({ warranty: Type.String() })) }),
  }),
});

const brief = ({ id, number, name, status }: Brief): Brief => ({
  id,
  number,
  name,
  status,
});

async function candidates(
  database: Database,
  { senderPhone, senderEmail, customerId }: Row,
): Promise<readonly Brief[]> {
  const contacts = [
    ...(senderPhone === null ? [] : [{ kind: 'phone', value: senderPhone }]),
    ...(senderEmail === null ? [] : [{ kind: 'email', value: senderEmail }]),
  ];
  if (contacts.length === 0) return [];
  return database.customer.findMany({
    where: { contacts: { some: { OR: contacts } }, ...(customerId !== null && { id: { not: customerId } }) },
    orderBy: { number: 'asc' },
    take: 20,
  });
}

export const requestDetail = (row: Row, isStarted: boolean): Static<typeof RequestDetail> =>
  Value.Parse(RequestDetail, {
    number: row.number,
    caseNumber: row.caseNumber,
    receivedAt: row.receivedAt.toISOString(),
    status: isStarted ? 'started' : 'registered',
    channel: row.channel,
    sender: {
      kind: row.senderKind,
      name: row.senderName,
      phone: row.senderPhone,
      extension: row.senderExtension,
      email: row.senderEmail,
      address: row.senderAddress,
    },
    subject: row.subject,
    text: row.text,
    language: row.language,
    unitSerial: row.unitSerial,
    customerId: row.customerId,
    unitId: row.unitId,
    regionId: row.regionId,
    openCases: row.openCases,
    registeredBy: row.registeredBy,
  });

/** A line of the register. */
export const requestBrief = (row: RequestBriefRow): Static<typeof RequestBrief> => ({
  number: row.number,
  caseNumber: row.caseNumber,
  receivedAt: row.receivedAt.toISOString(),
  status: row.stage === null ? 'registered' : 'started',
  channel: oneOf(CHANNELS, row.channel),
  sender: { kind: oneOf(SENDER_KINDS, row.senderKind), name: row.senderName },
  subject: row.subject,
  language: oneOf(LANGUAGES, row.language),
  customerId: row.customerId,
  regionId: row.regionId,
  stage: row.stage,
});
