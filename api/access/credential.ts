import type { FastifyReply, FastifyRequest } from 'fastify';
import { decodeJwt } from 'jose';
import { ApiError } from '../http/problems';
import {
  CSRF_HEADER,
  csrfTokenOf,
  isUnsafe,
  sessionIdOf,
  sessionValueOf,
  setSessionCookie,
} from './session-cookie';
import { RENEWED_AFTER_S, SESSION_IDLE_S, type Sessions } from './sessions';
import type { Sought, StaffDirectory, StaffRow } from './staff-directory';
import type { Bearer } from './verify-token';

/** How the caller of a request is known. */
export interface Credential {
  /** Asks the directory again, such as for an open stream. */
  readonly sought: Sought;
  /** When the caller has to log in again, if they do nothing meanwhile; undefined for never. */
  readonly endsAt: Date | undefined;
  /** The token that what changes something has to send; undefined for a bearer, who needs none. */
  readonly csrfToken?: string;
}

export interface Recognised {
  readonly staff: StaffRow;
  readonly credential: Credential;
}

/** The credential of a token that has been verified. */
export function ofToken(bearer: Bearer, { headers }: FastifyRequest): Credential {
  const { exp } = decodeJwt((headers.authorization ?? '').replace(/^bearer +/i, ''));
  return { sought: bearer, endsAt: exp === undefined ? undefined : new Date(exp * 1000) };
}

/**
 * The person whose session the cookie of a request names, and the session moved on; undefined where the request has no such cookie.
 * @throws {ApiError} for a session that has ended, and for a change without the token that only our own pages can read.
 */
export async function bySession(
  request: FastifyRequest,
  reply: FastifyReply,
  { directory, sessions }: { readonly directory: StaffDirectory; readonly sessions: Sessions },
): Promise<Recognised | undefined> {
  const value = sessionValueOf(request);
  if (value === undefined) return undefined;
  const sessionId = sessionIdOf(value);
  const sought = { kind: 'session', sessionId } as const;
  const staff = await directory.find(sought);
  if (!staff?.session) throw new ApiError('AUTH.SESSION_ENDED');
  const csrfToken = csrfTokenOf(value);
  if (isUnsafe(request.method) && request.headers[CSRF_HEADER] !== csrfToken)
    throw new ApiError('AUTH.CSRF_TOKEN_REQUIRED', {}, CSRF_HEADER);
  const { endsAtMs, endsLatestMs } = staff.session;
  const isFresh = endsAtMs - Date.now() > (SESSION_IDLE_S - RENEWED_AFTER_S) * 1000;
  const renewed = isFresh || endsAtMs >= endsLatestMs ? undefined : await sessions.renew(sessionId);
  const endsAt = renewed ?? new Date(endsAtMs);
  if (renewed) {
    directory.forget(sessionId);
    setSessionCookie(reply, value, Math.max(0, Math.round((renewed.getTime() - Date.now()) / 1000)));
  }
  return { staff, credential: { sought, endsAt, csrfToken } };
}
