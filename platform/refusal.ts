import type { ApplicationFailure } from '@temporalio/common';
import { DOMAIN_ERRORS, type DomainErrorCode } from '../domain/errors';
import type { JsonObject } from '../domain/json';

const isDomainErrorCode = (code: string): code is DomainErrorCode => Object.hasOwn(DOMAIN_ERRORS, code);
const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A refusal by a process's rules, come back over the wire with its code, parameters and field. */
export interface Refusal {
  readonly code: DomainErrorCode;
  readonly params: JsonObject;
  readonly field?: string;
}

export const Refusal = {
  /** @throws the failure itself where it is not a refusal that the rules know: a fault of ours. */
  of(failure: ApplicationFailure): Refusal {
    const { type: code } = failure;
    if (typeof code !== 'string' || !isDomainErrorCode(code)) throw failure;
    const [detail] = failure.details ?? [];
    if (!isObject(detail)) return { code, params: {} };
    return {
      code,
      params: isObject(detail.params) ? detail.params : {},
      ...(typeof detail.field === 'string' && { field: detail.field }),
    };
  },
};
