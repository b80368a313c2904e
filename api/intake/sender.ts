import type { CountryCode } from 'libphonenumber-js/max';
import { randomUUID } from 'node:crypto';
import type { NewRequest } from '../../schemas/requests';
import { normaliseEmail, normalisePhone } from '../../platform/contacts';
import type { Prisma, Transaction } from '../../platform/database';
import { segmentWords } from '../../platform/search';
import { ApiError } from '../problems';
import { WITH_TERMS, type UnitWithTerms } from '../entitlement/facts';
import { ownRegion, serialSpellings } from './facts';

/** How a sender can be reached: what identifies them (R2). */
export interface Contact {
  readonly kind: 'phone' | 'email';
  readonly value: string;
}

export interface ReadSender {
  readonly phone?: string;
  readonly email?: string;
  readonly address?: string;
  readonly contacts: readonly Contact[];
}

/** @throws {ApiError} a number or address that is none, or no way at all to answer (R1: the sender gets an answer). */
export function readSender(sender: NewRequest['sender'], country: CountryCode): ReadSender {
  const phone = sender.phone === undefined ? undefined : normalisePhone(sender.phone, country);
  const email = sender.email === undefined ? undefined : normaliseEmail(sender.email);
  if (sender.phone !== undefined && phone === undefined)
    throw new ApiError('REQUEST.PHONE_INVALID', { country }, 'sender.phone');
  if (sender.email !== undefined && email === undefined)
    throw new ApiError('REQUEST.EMAIL_INVALID', {}, 'sender.email');
  if (phone === undefined && email === undefined && sender.address === undefined)
    throw new ApiError('REQUEST.SENDER_UNREACHABLE', {}, 'sender');
  return {
    ...(phone !== undefined && { phone }),
    ...(email !== undefined && { email }),
    ...(sender.address !== undefined && { address: sender.address }),
    contacts: [
      ...(phone === undefined ? [] : [{ kind: 'phone' as const, value: phone }]),
      ...(email === undefined ? [] : [{ kind: 'email' as const, value: email }]),
    ],
  };
}

export type KnownCustomer = Prisma.CustomerGetPayload<{ include: { region: true } }>;

export interface Identified {
  readonly customer: KnownCustomer;
  readonly unit: UnitWithTerms | null;
  /** Where several customers share the contact and nothing tells them apart. */
  readonly candidates: readonly KnownCustomer[];
}

/**
 * Who sent this: the one customer with that number or address, the owner of the unit among several, or a new prospect that a clerk
 * completes. Requests from one contact follow one another here, so that two at once make one prospect.
 */
export async function identify(
  tx: Transaction,
  request: NewRequest,
  sender: ReadSender,
  intake: { readonly now: Date; readonly organisationId: string },
): Promise<Identified> {
  for (const { kind, value } of sender.contacts)
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`contact:${kind}:${value}`}, 0))`;
  const unit =
    request.unitSerial === undefined
      ? null
      : await tx.unit.findFirst({
          where: { serial: { in: [...serialSpellings(request.unitSerial)] } },
          include: WITH_TERMS,
        });
  const known = await findByContacts(tx, sender.contacts);
  const owner = known.find(({ id }) => id === unit?.customerId);
  const [only] = known;
  if (owner) return { customer: owner, unit, candidates: [] };
  if (only && known.length === 1)
    return { customer: only, unit: unit?.customerId === only.id ? unit : null, candidates: [] };
  const prospect = await createProspect(tx, request, sender, { ...intake, withContacts: known.length === 0 });
  return { customer: prospect, unit: null, candidates: known };
}

const findByContacts = (tx: Transaction, contacts: readonly Contact[]): Promise<KnownCustomer[]> =>
  contacts.length === 0
    ? Promise.resolve([])
    : tx.customer.findMany({
        where: { contacts: { some: { OR: contacts.map(({ kind, value }) => ({ kind, value })) } } },
        include: { region: true },
        orderBy: { number: 'asc' },
        take: 20,
      });

interface ProspectIntake {
  readonly now: Date;
  readonly organisationId: string;
  readonly withContacts: boolean;
}

async function createProspect(
  tx: Transaction,
  { sender, language }: NewRequest,
  read: ReadSender,
  { now, organisationId, withContacts }: ProspectIntake,
): Promise<KnownCustomer> {
  const id = randomUUID();
  const region = await ownRegion(tx, organisationId);
  return tx.customer.create({
    data: {
      id,
      number: `P-${id.slice(0, 8)}`,
      kind: sender.kind === 'dealer' || sender.kind === 'agent' ? 'dealer' : 'customer',
      status: 'prospect',
      name: sender.name,
      language,
      // Whoever took it in looks after it until a clerk knows better.
      regionId: region?.id ?? null,
      address: sender.address ?? null,
      createdAt: now,
      words: segmentWords(sender.name, sender.address),
      // A contact that several customers share already would make every later call from it ambiguous once more.
      ...(withContacts && {
        contacts: { create: read.contacts.map(({ kind, value }) => ({ kind, value, name: sender.name })) },
      }),
    },
    include: { region: true },
  });
}
