import type { FastifyReply } from 'fastify';
import type { BuiltInTokens } from './built-in';
import { tokenIdOf } from './revoked-tokens';
import { csrfTokenOf, newSessionValue, sessionIdOf, setSessionCookie } from './session-cookie';
import { SESSION_IDLE_S, type Sessions } from './sessions';
import type { StaffRow } from './staff-directory';
import { viewOf } from './staff-view';

interface Issuers {
  readonly builtInTokens: BuiltInTokens;
  readonly sessions: Sessions;
}

/** Lets somebody in whose password was right: a token for machines, a cookie for browsers. */
export async function begin({ builtInTokens, sessions }: Issuers, staff: StaffRow, reply: FastifyReply) {
  const { token, expiresAt } = await builtInTokens.issue(staff.id, new Date());
  const value = newSessionValue();
  await sessions.begin({
    id: sessionIdOf(value),
    staffId: staff.id,
    token: { id: tokenIdOf(token), expiresAt },
  });
  setSessionCookie(reply, value, SESSION_IDLE_S);
  return {
    token,
    expiresAt: expiresAt.toISOString(),
    csrfToken: csrfTokenOf(value),
    staff: viewOf(staff),
  };
}
