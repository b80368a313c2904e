import type { TSchema } from '@sinclair/typebox';
import { commonProblems, problemResponse } from '../shared/problem';
import { ById, WriteHeaders } from '../shared/wire';

export const KEY_REUSED = 'IDEMPOTENCY.KEY_REUSED: the key came with another request before.';

interface Write<B extends TSchema, A extends TSchema> {
  readonly summary: string;
  readonly body: B;
  readonly answer: A;
  readonly refusals?: { readonly 404?: string; readonly 409?: string; readonly 422?: string };
}

const refused = ({
  404: missing,
  409: conflict,
  422: invalid,
}: NonNullable<Write<TSchema, TSchema>['refusals']>) => ({
  ...(missing !== undefined && { 404: problemResponse(missing) }),
  ...(conflict !== undefined && { 409: problemResponse(conflict) }),
  422: problemResponse(invalid === undefined ? KEY_REUSED : `${invalid}. ${KEY_REUSED}`),
});

/** Schema of a request that opens something; its key becomes the id. */
export const opening = <B extends TSchema, A extends TSchema>({
  summary,
  body,
  answer,
  refusals = {},
}: Write<B, A>) => ({
  schema: {
    summary,
    headers: WriteHeaders,
    body,
    response: { ...commonProblems, 201: answer, ...refused(refusals) },
  },
});

/** Schema of a request about something that has been opened. */
export const change = <B extends TSchema, A extends TSchema>({
  summary,
  body,
  answer,
  refusals = {},
}: Write<B, A>) => ({
  schema: {
    summary,
    params: ById,
    headers: WriteHeaders,
    body,
    response: { ...commonProblems, 200: answer, ...refused(refusals) },
  },
});

/** Schema of a request for something as it stands. */
export const reading = <A extends TSchema>(summary: string, answer: A, missing: string) => ({
  schema: {
    summary,
    params: ById,
    response: { ...commonProblems, 200: answer, 404: problemResponse(missing) },
  },
});
