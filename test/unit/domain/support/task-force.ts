import type { CaseCommand } from '../../../../domain/case/commands';
import { REGISTER_REQUEST } from '../../../../domain/case/after-service/new-problems';
import { serviceCase } from '../../../../domain/case/decider';
import type { CaseState } from '../../../../domain/case/state';
import { tasks } from '../../../../domain/case/tasks';
import { SYSTEM, type Actor } from '../../../../domain/identity/actor';
import { ROLES } from '../../../../domain/identity/roles';
import type { Task } from '../../../../domain/process/task';
import * as commands from './commands';
import { deepFreeze } from './freeze';

/** More than the longest way through a case, with every follow-up that a test leaves behind. */
const MOST_TASKS = 100;

/**
 * People who do nothing but their tasks, in the order of the list, each by the owner it names: where they bring a case.
 * @throws {DomainError} where the owner of a task may not do it.
 */
export function finish(state: CaseState, now: string): CaseState {
  let nowMs = Date.parse(now);
  for (let n = 0; n < MOST_TASKS && !serviceCase.isEnded(state); n += 1) {
    // One day each: an unreached customer is called again on another day.
    nowMs += 86_400_000;
    state = registered(stayingOpen(state, n), n);
    const [task] = tasks(state).toSorted((left, right) => rank(left) - rank(right));
    if (!task) return state;
    const command = {
      ...commandFor(task, new Date(nowMs + 3_600_000)),
      id: `task-${n}`,
      actor: ownerOf(task),
    };
    const at = new Date(nowMs).toISOString();
    for (const event of serviceCase.decide(state, command, at))
      state = deepFreeze(
        serviceCase.evolve(state, { ...event, seq: n, at, commandId: command.id, actor: command.actor }),
      );
  }
  return state;
}

/** The case that was asked to take this one over has ended meanwhile: this one goes on by itself. */
function stayingOpen(state: CaseState, n: number): CaseState {
  const { joining } = state;
  if (!joining) return state;
  const why = { en: 'It has ended.', zh: '已结案。' };
  const data = { into: joining.into, code: 'CASE.ENDED', why };
  const at = state.stageSince;
  const event = { type: 'JoinRefused', data, seq: n, at, commandId: `answer-${n}`, actor: SYSTEM } as const;
  return deepFreeze(serviceCase.evolve(state, event));
}

/** Whatever revisits found stands in the register in the end. */
function registered(state: CaseState, n: number): CaseState {
  const caseNumber = state.registration?.caseNumber ?? '';
  const result = { requestNumber: 'RQ-2026-000002', caseNumber: 'AS-2026-000002' };
  const found = state.newProblems?.filter((one) => !one.registered && one.failed !== true) ?? [];
  return found.reduce((before, { seq }) => {
    const key = `${caseNumber}:${seq}:0`;
    const data = { key, call: REGISTER_REQUEST, undo: false, outcome: { ok: true, result } } as const;
    const at = before.stageSince;
    return deepFreeze(
      serviceCase.evolve(before, { type: 'CallSettled', data, seq: n, at, commandId: key, actor: SYSTEM }),
    );
  }, state);
}

/** Identification comes before classification; a paused case is resumed first. */
const rank = ({ kind }: Task): number =>
  kind === 'resume'
    ? 0
    : kind === 'identify-customer' || kind === 'approve'
      ? 1
      : kind === 'decide-joining'
        ? 9
        : 2;

/** A task that waits for parts is completed by the order. */
function ownerOf({ kind, role, organisationId, staffId }: Task): Actor {
  if (kind === 'await-parts' || kind === 'settle-parts-orders') return SYSTEM;
  return {
    kind: 'staff',
    id: staffId ?? `somebody-${role}`,
    name: role,
    roles: ROLES.filter((name) => name === role),
    organisationId: organisationId ?? 'nowhere',
  };
}

const agreed = (soon: Date) => ({
  appointment: { from: commands.RECEIVED_AT, to: soon.toISOString() },
  consent: { by: 'customer', how: 'phone', at: commands.RECEIVED_AT } as const,
});

function commandFor({ kind, params }: Task, soon: Date): CaseCommand {
  switch (kind) {
    case 'resume':
      return commands.resume();
    case 'identify-customer':
      return commands.identifyCustomer();
    case 'answer-request':
      return commands.answer();
    case 'classify':
      return commands.classify();
    case 'dispatch':
      return commands.dispatch(agreed(soon));
    case 'answer-offer':
      return commands.acceptOffer(agreed(soon));
    case 'resolve':
      return commands.resolveRemotely();
    case 'arrive':
      return commands.arrive();
    case 'diagnose':
      return commands.diagnose();
    case 'repeat-repair':
    case 'judge-possible-repeat':
      return commands.attributeRepeat();
    case 'approve':
      return commands.decideApproval({
        approvalId: typeof params.approvalId === 'string' ? params.approvalId : '',
      });
    case 'await-parts':
      return commands.recordPartsProgress('received', { seq: soon.getTime() });
    case 'settle-parts-orders': {
      const [order] = Array.isArray(params.orders) ? params.orders : [];
      const data = { seq: soon.getTime(), ...(typeof order === 'string' && { order }) };
      return commands.recordPartsProgress('cancelled', data);
    }
    case 'prepare-quote':
      return commands.prepareQuote();
    case 'obtain-quote-decision':
      return commands.decideQuote({
        version: Number(params.version),
        consent: { by: 'customer', how: 'phone', at: typeof params.since === 'string' ? params.since : '' },
      });
    case 'leave-site':
      return commands.leaveUnfinished();
    case 'settle-declined-quote':
      return commands.endUnrepaired();
    case 'repair':
      return commands.repair();
    case 'verify':
      return commands.verify();
    case 'report':
      return commands.report();
    case 'ask-survey':
      return commands.recordSurvey();
    case 'revisit':
      return commands.recordRevisit({ outcome: 'not-reached' });
    case 'dissatisfied-customer':
      return commands.completeFollowUp({ key: typeof params.key === 'string' ? params.key : '' });
    case 'close':
      return commands.close();
    case 'record-trip-cost':
      return commands.recordTripCost({ trip: Number(params.trip) });
    default:
      return commands.followUpDone(typeof params.key === 'string' ? params.key : '');
  }
}
