import { DomainError } from '../../errors';
import { isSupervisor, type Actor } from '../../identity/actor';
import type { RegisteredCase } from '../state';

export const otherEngineerRefusal = (state: RegisteredCase, actor: Actor): DomainError | undefined =>
  actor.kind === 'staff' && actor.id !== state.dispatch?.engineer.id
    ? new DomainError('CASE.NOT_ASSIGNED_TO_YOU')
    : undefined;

/** A supervisor enters for engineers what they may no longer enter themselves (ADR 33). */
export const otherThanEngineerRefusal = (state: RegisteredCase, actor: Actor): DomainError | undefined =>
  isSupervisor(actor) ? undefined : otherEngineerRefusal(state, actor);
