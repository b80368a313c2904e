import { serviceCase } from '../../../../domain/case/decider';
import type { CaseCommand, CaseCommandData } from '../../../../domain/case/commands';
import type { CaseEvent } from '../../../../domain/case/events';
import type { Registration } from '../../../../domain/case/intake/terms';
import type { Sender } from '../../../../domain/case/facts';
import type { CaseState } from '../../../../domain/case/state';
import { SYSTEM, type Actor } from '../../../../domain/identity/actor';
import type { CallOutcome, Command, Recorded, SystemCommand } from '../../../../domain/process/decider';
import type { Step } from '../../../../domain/clock/ladder';
import type { LateEntries } from '../../../../domain/clock/late-entry';
import { aClerk, aDirector, anEngineer, anHqManager } from './actors';
import * as commands from './commands';
import { deepFreeze } from './freeze';

const STEP_MS = 10 * 60_000;

export type AnyCommand = CaseCommand | SystemCommand;
export interface By {
  readonly by?: Actor;
  readonly occurredAt?: string;
  readonly lateEntry?: LateEntries;
}

/** A case and how it came about; every step goes through the rules, ten minutes after the one before. */
export class CaseBuilder {
  private constructor(
    readonly state: CaseState,
    readonly events: readonly Recorded<CaseEvent>[],
    /** ISO-8601; the time of the next command. */
    readonly now: string,
  ) {}

  static registered(data: Registration, now = data.receivedAt): CaseBuilder {
    const empty = new CaseBuilder(deepFreeze(serviceCase.initial), [], now);
    return empty.does(commands.register(data), { by: aClerk() });
  }

  /** Gives any command, by default from a permitted actor. @throws {DomainError} as the rules do. */
  does(command: AnyCommand, by: By = {}): CaseBuilder {
    const recorded = recordedBy(this, command, by);
    const state = recorded.reduce(
      (before, event) => deepFreeze(serviceCase.evolve(before, event)),
      this.state,
    );
    return new CaseBuilder(state, [...this.events, ...recorded], this.later(STEP_MS).now);
  }

  later(ms: number): CaseBuilder {
    return new CaseBuilder(this.state, this.events, new Date(Date.parse(this.now) + ms).toISOString());
  }

  at(now: string): CaseBuilder {
    return new CaseBuilder(this.state, this.events, now);
  }

  identified = (data: Partial<CaseCommandData['identifyCustomer']> = {}) =>
    this.does(commands.identifyCustomer(data));
  escalated = () => this.does(commands.escalateQuestion());
  answered = () => this.does(commands.answer());
  classified = (data: Partial<CaseCommandData['classify']> = {}) => this.does(commands.classify(data));
  dispatched = (data: Partial<CaseCommandData['dispatch']> = {}) => this.does(commands.dispatch(data));
  offered = (data: Partial<CaseCommandData['offer']> = {}) => this.does(commands.offer(data));
  onSite = () => this.does(commands.arrive());
  diagnosed = (data: Partial<CaseCommandData['diagnose']> = {}) => this.does(commands.diagnose(data));
  leftUnfinished = () => this.does(commands.leaveUnfinished());
  /** The customer pays all of it, by a supervisor's word. */
  paid = () => this.does(commands.overruleEntitlement({ verdict: { labour: 0, parts: 0, travel: 0 } }));
  quoted = (data: Partial<CaseCommandData['prepareQuote']> = {}) => this.does(commands.prepareQuote(data));
  accepted = (version = 1) => this.does(commands.decideQuote({ version }));
  refused = (version = 1) => this.does(commands.refuseQuote({ version }));
  repaired = () => this.does(commands.repair());
  untested = () => this.does(commands.repairUntested());
  verified = (data: Partial<CaseCommandData['verify']> = {}) => this.does(commands.verify(data));
  failed = () => this.does(commands.verifyFailed());
  reported = (data: Partial<CaseCommandData['report']> = {}) => this.does(commands.report(data));
  resolvedRemotely = () => this.does(commands.resolveRemotely());
  amended = (changes: CaseCommandData['amendReport']['changes'], reason?: string) =>
    this.does(commands.amendReport(changes, reason));
  surveyed = (data: Partial<CaseCommandData['recordSurvey']> = {}) => this.does(commands.recordSurvey(data));
  revisited = (data: Partial<CaseCommandData['recordRevisit']> = {}) =>
    this.does(commands.recordRevisit(data));
  closed = () => this.does(commands.close());
  cancelled = () => this.does(commands.cancel());
  joined = () => this.does(commands.join());
  paused = (until?: string) => this.does(commands.pause(until === undefined ? {} : { until }));
  resumed = () => this.does(commands.resume());
  elapsed = (clock: string, step: Partial<Step> = {}) => this.does(elapse(clock, step, this.now));
  settled = (outcome: Partial<CallOutcome> = {}) => this.does(settleCall(outcome));
}

/** A case that has just been registered. */
export const aCase = (data: Partial<Registration> = {}, now?: string): CaseBuilder =>
  CaseBuilder.registered(commands.aRegistration(data), now);
/** The same, its sender's region unknown. */
export const anUnplacedCase = (): CaseBuilder => CaseBuilder.registered(commands.UNPLACED);
/** The same, from somebody whom no register knows. */
export const aStrangersCase = (sender: Sender): CaseBuilder =>
  CaseBuilder.registered({ ...commands.OF_A_STRANGER, sender });

/** Key of the call that reserved the parts which were asked for last. */
export function reservationKey({ events, state }: CaseBuilder): string {
  const asked = events.findLast(
    ({ type, data }) =>
      (type === 'EngineerDispatched' || type === 'FaultDiagnosed') &&
      'parts' in data &&
      data.parts.length > 0,
  );
  return `${state.registration?.caseNumber}:${asked?.seq}:0`;
}

/** The events that a command gives, as they are recorded. @throws {DomainError} */
export function recordedBy(
  given: CaseBuilder,
  command: AnyCommand,
  { by = whoDoes(command), occurredAt, lateEntry }: By,
): readonly Recorded<CaseEvent>[] {
  const envelope: Command<CaseCommand> = {
    endsTasks: true,
    ...command,
    id: `command-${given.events.length}`,
    actor: by,
    ...(occurredAt !== undefined && { occurredAt }),
    ...(lateEntry && { lateEntry }),
  };
  const seq = given.events.length + 1;
  return serviceCase.decide(given.state, deepFreeze(envelope), given.now).map((event, n) =>
    deepFreeze({
      ...event,
      seq: seq + n,
      at: given.now,
      commandId: envelope.id,
      actor: by,
      ...(occurredAt !== undefined && { occurredAt }),
    }),
  );
}

export function elapse(clock: string, step: Partial<Step> = {}, dueAt = commands.RECEIVED_AT): SystemCommand {
  const base = { key: 'breach', at: Date.parse(dueAt), dueAt };
  const { kind = 'breach' } = step;
  const place: Step =
    kind === 'warn'
      ? { ...base, key: 'warn:0.5', kind, fraction: 0.5, ...pick(step) }
      : kind === 'escalate'
        ? { ...base, key: 'escalate:0', kind, to: 'to' in step ? step.to : 'centre-director', ...pick(step) }
        : { ...base, key: kind, kind, ...pick(step) };
  return { type: 'elapseClock', data: { clock, step: place } };
}

const pick = ({ key, at, dueAt }: Partial<Step>) => ({
  ...(key !== undefined && { key }),
  ...(at !== undefined && { at }),
  ...(dueAt !== undefined && { dueAt }),
});

export const settleCall = (outcome: Partial<CallOutcome> = {}): SystemCommand => ({
  type: 'settleCall',
  data: {
    key: 'AS-2026-000001:9:2',
    call: 'reserveParts',
    undo: false,
    outcome: { ok: true, result: null },
    ...outcome,
  },
});

/** The call failed for good: what a person has to see to. */
export const callFailed = (parts: Partial<CallOutcome> = {}): SystemCommand =>
  settleCall({ outcome: { ok: false, code: 'PARTS.OUT_OF_STOCK', reason: 'none left' }, ...parts });

/** Somebody who may give the command. */
export function whoDoes({ type }: AnyCommand): Actor {
  switch (type) {
    case 'depart':
    case 'arrive':
    case 'diagnose':
    case 'repair':
    case 'verify':
    case 'leaveUnfinished':
    case 'orderParts':
    case 'report':
    case 'remindApproval':
    case 'acceptOffer':
    case 'declineOffer':
      return anEngineer();
    case 'escalate':
      return aClerk();
    case 'cancel':
    case 'attributeRepeat':
    case 'reopen':
    case 'changePriority':
    case 'decideApproval':
    case 'delegateApproval':
    case 'amendReport':
    case 'overruleEntitlement':
      return aDirector();
    case 'elapseClock':
    case 'settleCall':
    case 'recordJoinedRequest':
    case 'takeJoined':
    case 'recordMerged':
    case 'recordUnmerged':
    case 'recordPartsProgress':
    case 'recordAbsence':
    case 'recordAbsenceWithdrawn':
      return SYSTEM;
    case 'escalateQuestion':
    case 'handOver':
    case 'register':
    case 'identifyCustomer':
    case 'answer':
    case 'classify':
    case 'dispatch':
    case 'offer':
    case 'withdrawOffer':
    case 'reassign':
    case 'moveAppointment':
    case 'recordTripCost':
    case 'prepareQuote':
    case 'reviseQuote':
    case 'decideQuote':
    case 'endUnrepaired':
    case 'resolveRemotely':
    case 'recordSurvey':
    case 'recordRevisit':
    case 'close':
    case 'pause':
    case 'resume':
    case 'addNote':
    case 'sendLink':
    case 'recordMessage':
    case 'attach':
    case 'join':
    case 'completeFollowUp':
      return anHqManager();
  }
}
