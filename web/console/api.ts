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

/** `ended`: there is no session. `other`: the cookie of this browser is another person's, or of another login. */
export type End = 'ended' | 'other';

interface Session {
  csrfToken: string | undefined;
  /** The id of the person that the page is shown to. */
  staffId: string | undefined;
  language: string;
  onEnd: (end: End) => void;
}

/** The caller's session: what a change has to carry, and who wants to know that it has ended. */
export const session: Session = {
  csrfToken: undefined,
  staffId: undefined,
  language: 'zh',
  onEnd: () => undefined,
};

/** The API by the types of its own document. Refusals are thrown as `Refused`, a lost connection as `TypeError`. */
export const api = createClient<paths>({ baseUrl: location.origin });

const STAFF_HEADER = 'x-aftercare-staff';
/** The person whose page asked. */
const askers = new WeakMap<Request, string>();
/** Routes by which a page learns who it is, and those open to everybody. */
const ANYBODYS = ['/v1/login', '/v1/me'];

api.use({
  onRequest({ request }) {
    if (session.staffId !== undefined) askers.set(request, session.staffId);
    request.headers.set('accept-language', session.language);
    if (session.csrfToken !== undefined && request.method !== 'GET')
      request.headers.set('x-csrf-token', session.csrfToken);
    return request;
  },
  async onResponse({ request, response, schemaPath }) {
    const staffId = response.headers.get(STAFF_HEADER);
    const asker = askers.get(request);
    const isForAnother = staffId !== null && asker !== undefined && staffId !== asker;
    if (isForAnother && !ANYBODYS.includes(schemaPath)) throw anothers(asker);
    if (response.ok || response.status === 304) return;
    const problem = await problemOf(response);
    if (response.status === 401 && !ANYBODYS.includes(schemaPath)) session.onEnd('ended');
    // Another tab has logged in since: the cookie is of a session that this page does not belong to.
    if (problem.code === 'AUTH.CSRF_TOKEN_REQUIRED') throw anothers(asker);
    throw new Refused(problem);
  },
});

const ANOTHERS = {
  en: 'Somebody has logged in in this browser since. Log in again to go on.',
  zh: '此浏览器中已有人重新登录，请重新登录后继续。',
} as const;

/** Has the page of a person ask for the login: what the cookie gives now is not theirs to see. */
function anothers(asker: string | undefined): Refused {
  // One that was asked before the page became another's says nothing about the page as it is.
  if (asker === session.staffId) session.onEnd('other');
  const detail = ANOTHERS[session.language === 'en' ? 'en' : 'zh'];
  return new Refused({ ...NO_PROBLEM, title: detail, status: 401, code: 'SESSION.OTHER', detail });
}

const NO_PROBLEM = { type: 'about:blank', params: {}, errors: [] };

/** The problem that an answer carries; a proxy's own page in its place gives its status alone. */
async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => undefined);
  if (isProblem(body)) return body;
  return {
    ...NO_PROBLEM,
    title: response.statusText || String(response.status),
    status: response.status,
    code: `HTTP.${response.status}`,
    detail: response.statusText || String(response.status),
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
