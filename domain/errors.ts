import { isJsonObject, type JsonObject } from './json';
import { MONEY_ERRORS } from './money/errors';
import { PROCESS_ERRORS } from './process/errors';
import { saidOf, type KeyOf } from './processes';
import type { Refusal } from './refusal';

export type DomainErrorCode = keyof typeof PROCESS_ERRORS | keyof typeof MONEY_ERRORS | KeyOf<'refusals'>;

/** Every refusal the rules can give, with its kind and its words in both languages. `{name}` is filled from the error's parameters. */
export const DOMAIN_ERRORS: Readonly<Record<DomainErrorCode, Refusal>> = {
  ...PROCESS_ERRORS,
  ...MONEY_ERRORS,
  ...saidOf('refusals'),
};

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
