import { API_ERRORS, type Words } from './errors/api-errors';
import { STATUS_OF_KIND } from './errors/kinds';
import { DOMAIN_ERRORS, fillTemplate, type DomainErrorCode } from '../../domain/errors';
import type { JsonObject } from '../../domain/json';
import { filledWords } from '../../domain/refusal-words';
import type { Language } from '../../domain/bilingual';

export { languageOf } from './language';

export type ApiErrorCode = keyof typeof API_ERRORS;

export type ErrorCode = ApiErrorCode | DomainErrorCode;
export const ERROR_CODES = [...Object.keys(API_ERRORS), ...Object.keys(DOMAIN_ERRORS)].sort();

const isApiCode = (code: ErrorCode): code is ApiErrorCode => Object.hasOwn(API_ERRORS, code);
export const statusOf = (code: ErrorCode): number =>
  isApiCode(code) ? API_ERRORS[code].status : STATUS_OF_KIND[DOMAIN_ERRORS[code].kind];

/** An expected refusal on its way to the caller. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  constructor(
    readonly code: ErrorCode,
    readonly params: JsonObject = {},
    /** Path of the field at fault (`sender.phone`). */
    readonly field?: string,
  ) {
    super(code);
  }
}

/** The form of a request that its schema cannot tell. @param reason half a sentence, as people read it. */
export const badRequest = (field: string | undefined, { en, zh }: Words): ApiError =>
  new ApiError('REQUEST.INVALID', { reason: { en, zh } }, field);

/** RFC 9457. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: ErrorCode;
  readonly instance?: string;
  readonly traceId?: string;
  readonly params: JsonObject;
  readonly errors: readonly { readonly field: string; readonly reason: string }[];
}

/** The words of a code, as they are filled for their reader. */
export const errorWords = (code: ErrorCode): Words => {
  const { en, zh }: Words = isApiCode(code) ? API_ERRORS[code] : DOMAIN_ERRORS[code];
  return { en, zh };
};

/** As they stand: for a reader of whom no time zone is known. */
const asTheyStand = (instant: string): string => instant;

/** The problem document of a refusal, in the reader's language, its instants as `formatInstant` tells them. */
export function problemOf(
  error: Pick<ApiError, 'code' | 'params' | 'field'>,
  language: Language,
  formatInstant: (instant: string) => string = asTheyStand,
): Problem {
  const words = errorWords(error.code);
  const detail =
    filledWords(words, error.params, language, formatInstant) ?? fillTemplate(words[language], error.params);
  return {
    type: `urn:aftercare:problem:${error.code}`,
    title: error.code,
    status: statusOf(error.code),
    detail,
    code: error.code,
    params: error.params,
    errors: error.field === undefined ? [] : [{ field: error.field, reason: detail }],
  };
}
