import type { CaseCommand } from '../../domain/case/commands';
import type { UnitFacts } from '../../domain/case/facts';
import type { ClockFacts, ClockRecord } from '../../domain/clock/clocks';
import type { QuoteInput } from '../../domain/case/quote/terms';
import type { RequestType } from '../../domain/case/terms';
import type { Principal } from '../../domain/identity/principal';
import type { ServiceLevel } from '../../domain/identity/roles';
import { refuseQuote } from '../../domain/quote/bounds';
import type { Command } from '../../domain/process/decider';
import type { Config } from '../../platform/config';
import type { Database } from '../../platform/database';
import type { Logger } from '../../platform/logger';
import type { WireCommand, WireData } from './schema';
import { approvalRules, type CasePlace } from '../approvals/needed';
import { remindEvery } from '../approvals/remind-every';
import { attachmentFacts } from '../attachments/store';
import { agreement, consentOf } from './consent';
import { amendmentData, reportData } from './report';
import { mergedInto } from '../customers/merged';
import { customerFacts, regionOf, unitFacts } from '../requests/facts';
import { readInstant } from '../http/instants';
import { deputy } from './deputy';
import { dispatching } from './dispatching';
import { diagnosisFacts } from './diagnosis';
import { colleagueFacts } from './colleague';
import { joinOrder } from './joining';
import { noteFacts } from './mentions';
import { partsRequest } from './parts';
import { pauseFacts } from './pause';
import { ApiError } from '../http/problems';
import { quoteFacts } from './quote';
import { isInScope } from '../access/scope';
import { unitBySerial } from '../units/by-serial';

export interface Resolver {
  readonly database: Database;
  readonly config: Config;
  readonly logger: Logger;
  readonly principal: Principal;
  readonly processId: string;
  readonly intakeOrganisationId: string;
  /** Where the case is as the commands before leave it, its product, and what was asked for. */
  readonly place: CasePlace;
  readonly requestType: RequestType | undefined;
  /** Its unit, and since when somebody has been there. */
  readonly unitId: string | undefined;
  readonly cameAt: string;
  /** Part numbers that the case has to do with already. */
  readonly knownParts: ReadonlySet<string>;
  /** The promise of the resolution by then. */
  readonly resolution: ClockRecord | undefined;
  /** Facts that select the policies of its clocks at that point of the batch. */
  readonly clockFacts: ClockFacts;
  /** Clock of the approval that is pending at that point. */
  readonly approvalClock: ClockRecord | undefined;
  /** Service level of the outlet that serves the case at that point. */
  readonly serviceLevel: ServiceLevel | undefined;
  /** That the money of the case is in by then, its quote apart. */
  readonly currency: string | undefined;
}

/**
 * A command as the rules know it: what it names has been looked up in the registers.
 * @throws {ApiError} REQUEST.REFERENCE_UNKNOWN with the field that names nothing.
 */
export async function resolveCommand(
  resolver: Resolver,
  wire: WireCommand,
  path: string,
): Promise<CaseCommand> {
  switch (wire.type) {
    case 'identifyCustomer':
      return { type: wire.type, data: await identification(resolver, wire.data, path) };
    case 'classify': {
      const { unitSerial, consent, ...rest } = wire.data;
      const unit = await unitNamed(resolver, unitSerial, `${path}.unitSerial`);
      const word = { ...agreement(consent, path), raiseKeeps: true as const };
      return { type: wire.type, data: { ...rest, ...word, ...(unit && { unit }) } };
    }
    case 'dispatch':
    case 'offer':
    case 'acceptOffer':
    case 'reassign':
    case 'moveAppointment':
      return dispatching(resolver, wire, path);
    case 'report':
      return { type: wire.type, data: await reportData(resolver, wire, path) };
    case 'amendReport':
      return { type: wire.type, data: await amendmentData(resolver, wire.data, path) };
    case 'attach': {
      const { database, processId } = resolver;
      const { attachmentId, caption } = wire.data;
      const attachment = await attachmentFacts(database, processId, attachmentId, `${path}.attachmentId`);
      return { type: wire.type, data: { attachment, ...(caption !== undefined && { caption }) } };
    }
    case 'diagnose':
      return {
        type: wire.type,
        data: await diagnosisFacts(resolver, wire.data, path),
      };
    case 'pause': {
      const { database, clockFacts: facts } = resolver;
      const at =
        wire.occurredAt === undefined
          ? new Date().toISOString()
          : readInstant(wire.occurredAt, path.replace(/data$/, 'occurredAt'));
      return { type: wire.type, data: await pauseFacts(wire.data, { database, facts, at, path }) };
    }
    case 'addNote':
      return { type: wire.type, data: await noteFacts(resolver, wire.data) };
    case 'sendLink':
      if (resolver.config.AFTERCARE_CUSTOMER_URL === undefined) throw new ApiError('LINK.NOT_CONFIGURED');
      return wire;
    case 'handOver': {
      const { staffId, reason, consent } = wire.data;
      const to = await colleagueFacts(resolver, staffId, `${path}.staffId`);
      return { type: wire.type, data: { to, reason, ...agreement(consent, path) } };
    }
    case 'delegateApproval': {
      const { approvalId, staffId, reason } = wire.data;
      const to = await deputy(resolver, staffId, `${path}.staffId`);
      return { type: wire.type, data: { approvalId, to, reason } };
    }
    case 'remindApproval': {
      const everySeconds = await remindEvery(resolver.database, resolver.approvalClock);
      return { type: wire.type, data: { ...wire.data, ...(everySeconds !== undefined && { everySeconds }) } };
    }
    case 'orderParts': {
      const { database, config, processId: caseNumber } = resolver;
      const place = { database, config, caseNumber, commandId: wire.id, path };
      return { type: wire.type, data: await partsRequest(wire.data, place) };
    }
    case 'prepareQuote':
      return { type: wire.type, data: await quote(resolver, wire.data, path) };
    case 'reviseQuote': {
      const { reason, ...rest } = wire.data;
      return { type: wire.type, data: { ...(await quote(resolver, rest, path)), reason } };
    }
    case 'decideQuote': {
      const consent = consentOf(wire.data.consent, path);
      return { type: wire.type, data: { ...wire.data, consent } };
    }
    case 'changePriority': {
      const { consent, ...rest } = wire.data;
      return { type: wire.type, data: { ...rest, ...agreement(consent, path), raiseKeeps: true } };
    }
    case 'overruleEntitlement': {
      const { consent, ...rest } = wire.data;
      return { type: wire.type, data: { ...rest, ...agreement(consent, path) } };
    }
    case 'cancel':
      return {
        type: wire.type,
        data: { ...wire.data, keepsWhatHappened: true, leavesRepeatToJudge: true },
      };
    case 'arrive':
      return { type: wire.type, data: { keepsEntry: true } };
    case 'close':
      return { type: wire.type, data: { leavesRepeatToJudge: true } };
    case 'recordSurvey':
      return { type: wire.type, data: { ...wire.data, how: wire.data.how ?? 'phone' } };
    case 'join':
      return { type: wire.type, data: await joinOrder(resolver, wire.data, path) };
    default:
      return wire;
  }
}

async function quote(
  { database, serviceLevel, place, principal, currency }: Resolver,
  data: WireData<'prepareQuote'>,
  path: string,
): Promise<QuoteInput> {
  const now = new Date();
  const askerId = principal.actor.id;
  const rules = await approvalRules(database, { kinds: ['quote'], place, askerId, now });
  const facts = await quoteFacts(data, { database, serviceLevel, now, path });
  refuseQuote(facts, currency, path);
  return rules.length > 0
    ? { ...facts, approvalRules: rules, failsClosed: true, judgesZero: true }
    : { ...facts, judgesZero: true };
}

const unknown = (field: string, value: string): ApiError =>
  new ApiError('REQUEST.REFERENCE_UNKNOWN', { field, value }, field);

async function identification(resolver: Resolver, data: WireData<'identifyCustomer'>, path: string) {
  const customer = await resolver.database.customer.findUnique({
    where: { id: await mergedInto(resolver.database, data.customerId) },
    include: { region: true },
  });
  const { database, principal } = resolver;
  if (!customer || !(await isInScope(database, principal.scope, 'customer', customer.id)))
    throw unknown(`${path}.customerId`, data.customerId);
  const unit = await unitNamed(resolver, data.unitSerial, `${path}.unitSerial`);
  return {
    customer: customerFacts(customer),
    customerKind: customer.kind === 'dealer' ? ('dealer' as const) : ('customer' as const),
    ...agreement(data.consent, path),
    ...(data.remember !== undefined && { remember: data.remember }),
    ...(unit && { unit }),
    ...(await regionOf(resolver.database, customer.region, resolver.intakeOrganisationId)),
  };
}

/** @throws {ApiError} for one that does not exist, or not for this caller. */
async function unitNamed(
  { database, config, processId, principal }: Resolver,
  serial: string | undefined,
  field: string,
): Promise<UnitFacts | undefined> {
  if (serial === undefined) return undefined;
  const unit = await unitBySerial(database, serial, field, principal.scope);
  const asked = await database.request.findUnique({
    where: { caseNumber: processId },
    select: { receivedAt: true },
  });
  return unitFacts(unit, {
    database,
    askedAt: asked?.receivedAt ?? new Date(),
    timeZone: config.AFTERCARE_TIME_ZONE,
  });
}

/** The command in its envelope. @throws {ApiError} for an `occurredAt` that is no instant. */
export const envelope = (
  command: CaseCommand,
  wire: WireCommand,
  principal: Principal,
  { digest, path }: { readonly digest: string; readonly path: string },
): Command<CaseCommand> => ({
  ...command,
  id: wire.id,
  actor: principal.actor,
  digest,
  endsTasks: true,
  ...(wire.occurredAt !== undefined && { occurredAt: readInstant(wire.occurredAt, `${path}.occurredAt`) }),
});
