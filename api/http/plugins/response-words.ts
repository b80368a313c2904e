import { problemResponse } from '../schema/common';
import { BODY_LIMIT_BYTES } from '../body-limit';

type Responses = Readonly<Record<string, unknown>>;

/** Refusals common to every body, raised before its route runs. */
export const bodyProblems = (limitBytes = BODY_LIMIT_BYTES) => ({
  408: problemResponse('REQUEST.TIMED_OUT'),
  413: problemResponse(`REQUEST.TOO_LARGE: more than ${limitBytes / 1024} KiB`),
  415: problemResponse(
    'REQUEST.UNSUPPORTED_MEDIA_TYPE, REQUEST.CHARSET_UNSUPPORTED, REQUEST.ENCODING_UNSUPPORTED',
  ),
});

const OUTCOMES: Readonly<Record<string, string>> = {
  200: 'Success',
  201: 'Created',
  202: 'Accepted, carried out in the background',
  503: 'Not available',
};

/**
 * Each answer with a description of its own: the one it has, or what it holds by the name of its schema (`Created: unit`).
 * @throws {Error} for an answer that has neither
 */
export function describedResponses(responses: Responses): Responses {
  return Object.fromEntries(
    Object.entries(responses).map(([status, response]) => {
      const outcome = OUTCOMES[status];
      if (outcome === undefined || !isObject(response) || 'description' in response)
        return [status, response];
      const what = subjectOf(response);
      if (what === undefined) throw new Error(`An answer with ${status} has no description and no name`);
      return [status, { ...response, 'x-response-description': `${outcome}: ${what}` }];
    }),
  );
}

function subjectOf({ title, format }: Responses): string | undefined {
  if (format === 'binary') return 'the bytes of the file';
  return typeof title === 'string' ? inWords(title) : undefined;
}

/** `PartsOrderDetail` as people write it. */
const inWords = (title: string): string => title.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
