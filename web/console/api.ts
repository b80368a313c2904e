import createClient from 'openapi-fetch';
import type { components, paths } from '../generated/api';

export type Schemas = components['schemas'];
export type Problem = Schemas['Problem'];

/** An answer that refuses what was asked, with the API's own words for why. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
  }
}

/** The caller's session: what a change has to carry, and who wants to know that it has ended. */
export const session: { csrfToken: string | undefined; language: string; onEnd: () => void } = {
  csrfToken: undefined,
  language: 'zh',
  onEnd: () => undefined,
};

/** The API by the types of its own document. Refusals are thrown as `Refused`, a lost connection as `TypeError`. */
export const api = createClient<paths>({ baseUrl: location.origin });

api.use({
  onRequest({ request }) {
    request.headers.set('accept-language', session.language);
    if (session.csrfToken !== undefined && request.method !== 'GET')
      request.headers.set('x-csrf-token', session.csrfToken);
    return request;
  },
  async onResponse({ response, schemaPath }) {
    if (response.ok || response.status === 304) return;
    const problem = await problemOf(response);
    if (response.status === 401 && schemaPath !== '/v1/login' && schemaPath !== '/v1/me') session.onEnd();
    // Another tab has logged in since: the cookie is of a session that this page does not belong to.
    if (problem.code === 'AUTH.CSRF_TOKEN_REQUIRED') session.onEnd();
    throw new Refused(problem);
  },
});

/** The problem that an answer carries; a proxy's own page in its place gives its status alone. */
async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => undefined);
  if (isProblem(body)) return body;
  return {
    type: 'about:blank',
    title: response.statusText || String(response.status),
    status: response.status,
    code: `HTTP.${response.status}`,
    detail: response.statusText || String(response.status),
    params: {},
    errors: [],
  };
}

const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && 'code' in value && 'detail' in value;

/** The body of an answer that came: `openapi-fetch` leaves open whether there is one. */
export async function bodyOf<T>(answer: Promise<{ data?: T | undefined }>): Promise<T> {
  const { data } = await answer;
  if (data === undefined) throw new Error('The answer has no body');
  return data;
}
