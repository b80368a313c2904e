import { ApplicationFailure } from '@temporalio/workflow';
import { DomainError } from '../domain/errors';
import type { Message } from '../domain/process/decider';
import type { Entry } from '../domain/process/ledger';

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

export const toFailure = (error: DomainError): ApplicationFailure =>
  ApplicationFailure.create({
    message: error.message,
    type: error.code,
    nonRetryable: true,
    details: [{ params: error.params, field: error.field }],
  });
