import { Type, type Static } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { CHANNELS, LANGUAGES, SENDER_KINDS } from '../../domain/case/terms';
import type { Database, Prisma } from '../../platform/database';
import { RequestDetail, type RegisteredRequest } from '../../schemas/requests';
import type { RequestBrief } from '../../schemas/request-list';
import { openCasesOf } from '../intake/open-cases';
import type { RequestBriefRow } from '../queries/request-list';
import { oneOf } from './one-of';

type Row = Prisma.RequestGetPayload<object>;

/** What intake answers: the register's row, and what is known of its sender now. */
export async function registeredAnswer(
  database: Database,
  row: Row,
  isStarted: boolean,
): Promise<Static<typeof RegisteredRequest>> {
  const customer =
    row.customerId === null ? null : await database.customer.findUnique({ where: { id: row.customerId } });
  const unit = row.unitId === null ? null : await database.unit.findUnique({ where: { id: row.unitId } });
  const open = row.customerId === null ? [] : await openCasesOf(database, row.customerId);
  const { warranty } = Value.Parse(StartedUnit, row.start).first.data.unit ?? { warranty: 'unknown' };
  return {
    number: row.number,
    caseNumber: row.caseNumber,
    receivedAt: row.receivedAt.toISOString(),
    status: isStarted ? 'started' : 'registered',
    customer: customer && brief(customer),
    candidates: customer?.status === 'prospect' ? await candidates(database, row) : [],
    unit: unit && { id: unit.id, serial: unit.serial, productCode: unit.productCode, warranty },
    openCases: open.filter(({ number }) => row.openCases.includes(number)),
  };
}

const StartedUnit = Type.Object({
  first: Type.Object({
    data: Type.Object({ unit: Type.Optional(Type.Object({ warranty: Type.String() })) }),
  }),
});

const brief = ({ id, number, name, status }: Prisma.CustomerGetPayload<object>) => ({
  id,
  number,
  name,
  status,
});

async function candidates(database: Database, { senderPhone, senderEmail, customerId }: Row) {
  const contacts = [
    ...(senderPhone === null ? [] : [{ kind: 'phone', value: senderPhone }]),
    ...(senderEmail === null ? [] : [{ kind: 'email', value: senderEmail }]),
  ];
  if (contacts.length === 0) return [];
  const found = await database.customer.findMany({
    where: { contacts: { some: { OR: contacts } }, ...(customerId !== null && { id: { not: customerId } }) },
    orderBy: { number: 'asc' },
    take: 20,
  });
  return found.map(brief);
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
