import { createHash, randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

export const SESSION_COOKIE = 'aftercare_session';
/** Names the header that a page has to send with what changes something; another site's page cannot. */
export const CSRF_HEADER = 'x-csrf-token';

/** 32 random bytes in base64url. */
const VALUE = new RegExp(`(?:^|;\\s*)${SESSION_COOKIE}=([\\w-]{43})(?=\\s*(?:;|$))`);
/** RFC 9110 §9.2.1. */
const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

export const newSessionValue = (): string => randomBytes(32).toString('base64url');

/** The id of a session in the register: who reads the register cannot make a cookie from it. */
export const sessionIdOf = (value: string): string => digest('hex', value);

/** The token that goes with a session's cookie; nothing has to keep it. */
export const csrfTokenOf = (value: string): string => digest('base64url', `csrf:${value}`);

const digest = (encoding: 'hex' | 'base64url', text: string): string =>
  createHash('sha256').update(text).digest(encoding);

/** The value of the session cookie of a request; undefined where it has none. */
export const sessionValueOf = ({ headers }: Pick<FastifyRequest, 'headers'>): string | undefined =>
  VALUE.exec(headers.cookie ?? '')?.[1];

export const isUnsafe = (method: string): boolean => !SAFE_METHODS.includes(method);

/** Keeps the cookie in the browser for as long as the session lasts: over a restart of the browser, too. */
export function setSessionCookie(reply: FastifyReply, value: string, seconds: number): void {
  const secure = reply.request.protocol === 'https' ? '; Secure' : '';
  void reply.header(
    'set-cookie',
    `${SESSION_COOKIE}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`,
  );
}

export const clearSessionCookie = (reply: FastifyReply): void => setSessionCookie(reply, '', 0);
