import type { Static } from '@sinclair/typebox';
import { SYSTEM } from '../../domain/identity/actor';
import { HQ } from '../../domain/identity/scope';
import { promiseNamed } from '../../domain/promises/definitions';
import type { Api, ApiDependencies } from '../context';
import { idempotencyKeyOf } from '../http/idempotency-key';
import { limiter } from '../http/limiter';
import { ApiError } from '../http/problems';
import { PROBLEMS, problemResponse } from '../http/schema/common';
import { IdempotencyHeaders } from '../http/schema/headers';
import { FormStamps } from './form-stamp';
import { PublicForm, PublicReceipt, PublicRequest } from './public-schema';
import type { NewRequest } from './schema';
import type { TakeIn } from './take-in';

const HOUR_MS = 3_600_000;
/** An office may share an address; a program is stopped early. */
const LIMIT_PER_ADDRESS = { max: 10, windowMs: HOUR_MS, code: 'FORM.TOO_MANY' } as const;
/** Whatever the addresses: the desk is not flooded. */
const LIMIT_OF_ALL = { max: 60, keyGenerator: () => 'all', code: 'FORM.TOO_MANY' } as const;
const LIMIT_OF_FORMS = { max: 60 };

const SUBJECT_LENGTH = 60;

/** The request form for anybody: registered on channel web, as a desk does for a caller (R1). */
export function publicRequests(app: Api, { config, logger }: ApiDependencies, takeIn: TakeIn): void {
  const stamps = new FormStamps(config.AFTERCARE_SYSTEMS_TOKEN);

  app.get(
    '/v1/public/request-form',
    {
      config: { permission: 'public' },
      onRequest: limiter(app, LIMIT_OF_FORMS),
      schema: {
        operationId: 'openPublicRequestForm',
        tags: ['public'],
        summary: 'Opens the public request form',
        response: {
          200: PublicForm,
          429: problemResponse('RATE.LIMITED: see retry-after'),
        },
      },
    },
    async (_request, reply) => {
      void reply.header('cache-control', 'no-store');
      return Promise.resolve({ stamp: stamps.make(new Date()) });
    },
  );

  app.post(
    '/v1/public/requests',
    {
      config: { permission: 'public' },
      onRequest: limiter(app, LIMIT_PER_ADDRESS),
      preHandler: limiter(app, LIMIT_OF_ALL),
      schema: {
        operationId: 'registerPublicRequest',
        tags: ['public'],
        summary: 'Register a request from the public form, on channel web',
        description:
          'Send an Idempotency-Key; repeat it when no answer came. Programs are kept out by a number of requests an hour from one address, a field that people do not see, and the time for which the form was open.',
        headers: IdempotencyHeaders,
        body: PublicRequest,
        response: {
          200: PublicReceipt,
          400: PROBLEMS[400],
          422: problemResponse(
            'REQUEST.PHONE_INVALID, FORM.TOO_FAST, FORM.STALE, FORM.NOT_BY_HAND, IDEMPOTENCY.KEY_REUSED',
          ),
          429: problemResponse('FORM.TOO_MANY: see retry-after'),
          503: PROBLEMS[503],
        },
      },
    },
    async ({ body, headers, id }) => {
      const key = idempotencyKeyOf(headers);
      if (body.website !== undefined && body.website !== '') {
        logger.info({ traceId: id }, 'public request refused: the hidden field is filled in');
        throw new ApiError('FORM.NOT_BY_HAND');
      }
      stamps.check(body.stamp, new Date());
      const { row } = await takeIn({
        request: requestOf(body),
        // The keys of staff hold no blank, so none of theirs can be met.
        idempotencyKey: `web ${key}`,
        by: SYSTEM,
        organisationId: HQ,
        traceId: id,
      });
      return {
        number: row.number,
        caseNumber: row.caseNumber,
        receivedAt: row.receivedAt.toISOString(),
        promise: promiseNamed('answer')?.text ?? { en: '', zh: '' },
      };
    },
  );
}

function requestOf({ name, phone, unitSerial, text, language }: Static<typeof PublicRequest>): NewRequest {
  const [firstLine = text] = text.trim().split('\n');
  // By characters, so that none is cut in two.
  const characters = Array.from(firstLine.trim());
  return {
    channel: 'web',
    sender: { kind: 'customer', name, phone },
    subject:
      characters.length > SUBJECT_LENGTH
        ? `${characters.slice(0, SUBJECT_LENGTH - 1).join('')}…`
        : characters.join(''),
    text,
    language,
    ...(unitSerial !== undefined && { unitSerial }),
  };
}
