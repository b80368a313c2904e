import { ApplicationFailure, log, workflowInfo } from '@temporalio/workflow';
import { DomainError } from '../domain/errors';
import type { Message } from '../domain/process/decider';
import type { Entry } from '../domain/process/ledger';
import { refuseMalformedStart } from '../domain/process/shape';
import { whyUnreadable } from '../domain/process/unreadable';

/** A batch can still be refused when PostgreSQL turns out to know more than the workflow did, or another process was first (ADR 18). */
export const refusalOf = <S, C extends Message, E extends Message>({
  outcome,
}: Entry<S, C, E>): DomainError | undefined => (outcome instanceof DomainError ? outcome : undefined);

/** Any other error than an ApplicationFailure would block the workflow's task for ever. */
export function asRefusal<T>(decide: () => T): T {
  try {
    return decide();
  } catch (error) {
    if (error instanceof DomainError) throw toFailure(error);
    throw error;
  }
}

/** Runs a read-only check and turns a fault of the rules, caused by unforeseen data, into a refusal. */
export const asRefusalOfFaults = <T>(look: () => T): T =>
  asRefusal(() => {
    try {
      return look();
    } catch (error) {
      if (error instanceof DomainError || !(error instanceof Error)) throw error;
      log.error('Command refused: it cannot be decided', { error: error.message });
      throw new DomainError('COMMAND.MALFORMED', { reason: error.message });
    }
  });

/**
 * A start that is not one fails, and leaves the id to the one that is (`startOptions`). Where it is encrypted with a key that is not here, the
 * key is waited for: it may be the start that somebody counts on. @throws
 */
export function refuseStart(start: unknown): void {
  const { workflowId, continuedFromExecutionRunId } = workflowInfo();
  const reason = whyUnreadable(start);
  if (reason !== undefined && (continuedFromExecutionRunId !== undefined || reason.includes(' key ')))
    throw new Error(reason);
  asRefusal(() => {
    refuseMalformedStart(start, workflowId);
  });
}

export const toFailure = (error: DomainError): ApplicationFailure =>
  ApplicationFailure.create({
    message: error.message,
    type: error.code,
    nonRetryable: true,
    details: [{ params: error.params, field: error.field }],
  });
