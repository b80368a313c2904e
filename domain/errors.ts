import type { Refusals } from './refusal';
import { CASE_ERRORS } from './case/errors';
import { VISIT_ERRORS } from './case/visit/errors';
import { APPROVAL_ERRORS } from './case/approval/errors';
import { QUOTE_ERRORS } from './case/quote/errors';
import { AFTER_SERVICE_ERRORS } from './case/after-service/errors';
import { DEADLINE_ERRORS } from './case/common/deadline-errors';
import { JOINING_ERRORS } from './case/intake/joining-errors';
import { OFFER_ERRORS } from './case/dispatch/errors';
import { ENTITLEMENT_ERRORS } from './entitlement/errors';
import { MONEY_ERRORS } from './money/errors';
import { REPORT_ERRORS } from './case/report/errors';
import { isJsonObject, type JsonObject } from './json';
import { PARTS_ORDER_ERRORS } from './parts-order/errors';
import { PROCESS_ERRORS } from './process/errors';

/**
 * Every refusal the rules can give, with its kind and its words in both languages. `{name}` is filled from the error's parameters.
 */
export const DOMAIN_ERRORS = {
  ...PARTS_ORDER_ERRORS,
  ...DEADLINE_ERRORS,
  ...AFTER_SERVICE_ERRORS,
  ...OFFER_ERRORS,
  ...ENTITLEMENT_ERRORS,
  ...MONEY_ERRORS,
  ...REPORT_ERRORS,
  ...PROCESS_ERRORS,
  ...JOINING_ERRORS,
  ...CASE_ERRORS,
  ...VISIT_ERRORS,
  ...APPROVAL_ERRORS,
  ...QUOTE_ERRORS,
} as const satisfies Refusals;

export type DomainErrorCode = keyof typeof DOMAIN_ERRORS;

export const fillTemplate = (template: string, params: JsonObject): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    const text = isJsonObject(value) ? value['en'] : value;
    return typeof text === 'string' ? text : JSON.stringify(value);
  });

/** Where workflows run `Error` is frozen, and gives a few frames whatever is asked: an assignment would throw there. */
const setFrames = (limit: number): boolean => Reflect.set(Error, 'stackTraceLimit', limit);

/**
 * A refusal by a rule: expected, explained, and without any change. It has no stack trace: its code names the
 * rule, and the list of possible commands creates one for every command that is refused.
 */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  constructor(
    readonly code: DomainErrorCode,
    readonly params: JsonObject = {},
    /** The part of the command at fault, as a path (`data.engineerId`). */
    readonly field?: string,
  ) {
    const frames = Error.stackTraceLimit;
    setFrames(0);
    super(fillTemplate(DOMAIN_ERRORS[code].en, params));
    setFrames(frames);
  }
}
