import type { components, paths } from '../generated/api';
import type { Language } from '../shared/language';

export type Schemas = components['schemas'];
export type CustomerCase = Schemas['CustomerCase'];
type Problem = Schemas['Problem'];

/** The JSON that a path answers to a method, by the API's own document. */
type BodyOf<P extends keyof paths, M extends 'get' | 'post', Status extends number> =
  paths[P] extends Record<M, { responses: Record<Status, { content: { 'application/json': infer Body } }> }>
    ? Body
    : never;

/** An answer that refuses what was asked, in the API's own words. */
export class Refused extends Error {
  constructor(
    readonly problem: Pick<Problem, 'code' | 'detail' | 'status'> & Partial<Pick<Problem, 'errors'>>,
    readonly language: Language,
  ) {
    super(problem.detail);
  }
}

interface Asking {
  readonly language: Language;
  /** The customer's link; none on the pages that are for anybody. */
  readonly token?: string | undefined;
  /** JSON, or a file as it is. */
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

/** @throws {Refused} what the API refuses. @throws {TypeError} without a connection. */
export async function ask(path: string, { language, token, body, headers }: Asking): Promise<Response> {
  const response = await fetch(path, {
    method: body ? 'POST' : 'GET',
    headers: {
      'accept-language': language,
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body && { 'content-type': body instanceof Blob ? body.type : 'application/json' }),
      ...headers,
    },
    ...(body && { body: body instanceof Blob ? body : JSON.stringify(body) }),
  });
  if (response.ok) return response;
  const problem: unknown = await response.json().catch(() => undefined);
  // A proxy's own page in place of an answer gives its status alone.
  throw new Refused(
    isProblem(problem)
      ? problem
      : { code: 'HTTP', detail: `${response.status} ${response.statusText}`, status: response.status },
    language,
  );
}

export const read = async <P extends keyof paths>(path: P, asking: Asking): Promise<BodyOf<P, 'get', 200>> =>
  (await (await ask(path, asking)).json()) as BodyOf<P, 'get', 200>;

export const post = async <P extends keyof paths>(
  path: P,
  asking: Asking & { readonly body: object },
): Promise<BodyOf<P, 'post', 200>> => (await (await ask(path, asking)).json()) as BodyOf<P, 'post', 200>;

const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && 'code' in value && 'detail' in value;
