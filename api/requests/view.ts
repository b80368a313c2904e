import { Type, type Static } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { SERIAL_MATCHES, type UnitOffer } from '../../domain/case/intake/terms';
import { CHANNELS } from '../../domain/case/terms';
import { SENDER_KINDS } from '../../domain/case/facts';
import { LANGUAGES } from '../../domain/bilingual';
import type { Database, Prisma } from '../../platform/database';
import { literals } from '../http/schema/common';
import type { Elsewhere } from './elsewhere-schema';
import { RequestDetail, type RegisteredRequest } from './schema';
import type { RequestBrief } from './list-schema';
import { openCasesOf, type OpenCase } from './open-cases';
import type { RequestBriefRow } from './list';
import { oneOf } from '../http/one-of';

type Row = Prisma.RequestGetPayload<object>;

/** A registered request, and the start of its case. */
export interface RequestStart extends Pick<Row, 'number' | 'caseNumber' | 'receivedAt'> {
  readonly start: unknown;
  readonly startedAt: Date | null;
}

interface Brief {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly status: string;
}

interface Candidate extends Brief {
  /** Why the customer is a candidate. */
  readonly by: 'contact' | 'name' | 'address';
}

/** Sender of a request, and related register entries. */
export interface KnownSender {
  readonly customer: Brief | null;
  /** Others with the same contact, of a prospect. */
  readonly candidates: readonly Brief[];
  readonly unit: { readonly id: string; readonly serial: string; readonly productCode: string } | null;
  readonly openCases: readonly OpenCase[];
  /** The customer is a prospect that came to be with this request. */
  readonly isNew: boolean;
}

/** The sender as far as the caller may see it, with the customers that name and address may stand for. */
export interface SeenSender extends Omit<KnownSender, 'candidates' | 'isNew'> {
  readonly candidates: readonly Candidate[];
  readonly offer: (UnitOffer & { readonly open: readonly OpenCase[]; readonly ownerBrief: Brief }) | null;
  readonly elsewhere: readonly Static<typeof Elsewhere>[];
}

/** Answer of intake: the registered request, and its sender. */
export function registeredAnswer(
  request: RequestStart,
  { customer, candidates, unit, openCases, offer, elsewhere }: SeenSender,
  isStarted: boolean,
): Static<typeof RegisteredRequest> {
  const { unit: judged, serial } = startOf(request);
  const { warranty } = judged ?? { warranty: 'unknown' };
  return {
    number: request.number,
    caseNumber: request.caseNumber,
    receivedAt: request.receivedAt.toISOString(),
    status: isStarted ? 'started' : 'registered',
    customer: customer && brief(customer),
    candidates: candidates.map((candidate) => ({ ...brief(candidate), by: candidate.by })),
    unit: unit && { id: unit.id, serial: unit.serial, productCode: unit.productCode, warranty },
    openCases: [...openCases],
    serial: serial ?? null,
    unitOffer: offer && {
      unit: { id: offer.unitId, serial: offer.serial, productCode: offer.productCode },
      owner: brief(offer.ownerBrief),
      openCases: [...offer.open],
    },
    elsewhere: [...elsewhere],
  };
}

/** Current register entries of a registered request's sender. */
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
    // A prospect is entered in the same transaction, at the same instant.
    isNew: customer?.status === 'prospect' && customer.createdAt.getTime() === row.registeredAt.getTime(),
  };
}

const Start = Type.Object({
  first: Type.Object({
    data: Type.Object({
      sender: Type.Object({ name: Type.String(), address: Type.Optional(Type.String()) }),
      unit: Type.Optional(Type.Object({ warranty: Type.String() })),
      serial: Type.Optional(Type.Object({ given: Type.String(), match: literals(SERIAL_MATCHES) })),
      unitOffer: Type.Optional(
        Type.Object({
          unitId: Type.String(),
          serial: Type.String(),
          productCode: Type.String(),
          owner: Type.Object({ id: Type.String(), name: Type.String() }),
          openCases: Type.Array(Type.String()),
        }),
      ),
    }),
  }),
});

/** Initial facts of a request's case. */
export const startOf = ({ start }: Pick<RequestStart, 'start'>) => Value.Parse(Start, start).first.data;

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
