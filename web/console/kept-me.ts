import { api, bodyOf, Refused, session, type Schemas } from './api';

type Me = Schemas['Me'];

const KEY = 'aftercare.me';
/** A dead spot swallows what is asked: then the page opens with what it knows. */
const PATIENCE_MS = 8_000;

/**
 * Reads who is logged in. An engineer's name and rights are kept, so that the day opens without a connection; nothing that a change could be made
 * with is.
 */
export async function readMe(): Promise<Me> {
  try {
    const me = await bodyOf(api.GET('/v1/me', { signal: AbortSignal.timeout(PATIENCE_MS) }));
    if (me.roles.includes('repair-engineer')) {
      const { csrfToken: _secret, ...rest } = me.session;
      localStorage.setItem(KEY, JSON.stringify({ ...me, session: { ...rest, csrfToken: null } }));
    }
    if (me.session.csrfToken) session.csrfToken = me.session.csrfToken;
    return await withDrafts(me);
  } catch (error) {
    const kept = error instanceof Refused && error.problem.status < 500 ? null : localStorage.getItem(KEY);
    if (kept === null) throw error;
    return withDrafts(JSON.parse(kept) as Me);
  }
}

/** Takes the person's drafts in before their pages are drawn. The login alone does without the code for it. */
async function withDrafts(me: Me): Promise<Me> {
  session.staffId = me.id;
  const { takeIn } = await import('./draft-mirror');
  await takeIn(me.id);
  return me;
}

/** Takes what is kept of the person and the day from this machine; what waits to be sent stays. */
export async function forgetMe(): Promise<void> {
  if (localStorage.getItem(KEY) === null) return;
  localStorage.removeItem(KEY);
  const { forgetKept } = await import('./outbox/kept');
  await forgetKept();
}
