import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Static } from '@sinclair/typebox';
import type { FastifyReply } from 'fastify';
import type { Database } from '../../platform/database';
import { hashPassword, verifyPassword } from '../../platform/passwords';
import { PROBLEMS, problemResponse } from '../http/schema/common';
import { LoginAnswer, LoginBody } from './schema';
import type { Api, ApiDependencies } from '../context';
import { begin } from './begin';
import type { Credential } from './credential';
import { choosePassword } from './own-password';
import { heldBackMs, waitMs } from './login-brake';
import { LoginFailures } from './login-failures';
import { revokeToken } from './revoked-tokens';
import { clearSessionCookie } from './session-cookie';
import { limiter } from '../http/limiter';
import { ApiError } from '../http/problems';

const ATTEMPTS_PER_ADDRESS = 60;
/** PostgreSQL keeps no later instant than this needs to be. */
const LAST_DAY = Date.parse('9999-12-31T00:00:00Z');

/** The built-in login and its end. Failures are counted for all API processes together, attempts in each by itself. */
export async function login(app: Api, { database }: ApiDependencies): Promise<void> {
  const perAddress = limiter(app, { max: ATTEMPTS_PER_ADDRESS });
  const failures = new LoginFailures(database);
  // Hash for unknown logins: checking it takes as long as for a known login.
  const unknownUserHash = await hashPassword(randomBytes(32).toString('base64'));

  app.post(
    '/v1/login',
    {
      config: { permission: 'public' },
      // The answer has the token and the CSRF token.
      compress: false,
      schema: {
        summary: 'Log in with a login name and a password',
        description:
          'Machines send the token. A browser keeps the session cookie that comes with the answer, which scripts cannot read, and sends `csrfToken` with what changes something (ADR 54). `newPassword` takes the place of the password from then on; a temporary password lets nobody in without it (ADR 73).',
        operationId: 'logIn',
        tags: ['identity'],
        body: LoginBody,
        response: {
          200: LoginAnswer,
          400: PROBLEMS[400],
          401: problemResponse('AUTH.LOGIN_FAILED: the same for an unknown login and a wrong password'),
          403: problemResponse('AUTH.PASSWORD_CHANGE_REQUIRED: send newPassword too; AUTH.PASSWORD_EXPIRED'),
          404: problemResponse('ROUTE.NOT_FOUND: people log in elsewhere (OpenID Connect)'),
          422: problemResponse('AUTH.PASSWORD_WEAK'),
          429: problemResponse('RATE.LIMITED: see retry-after'),
          503: PROBLEMS[503],
        },
      },
      onRequest: async (request, reply) => {
        if (!app.builtInTokens)
          throw new ApiError('ROUTE.NOT_FOUND', { path: request.url.split('?')[0] ?? '/' });
        await perAddress(request, reply);
      },
    },
    async (request, reply) => {
      const { builtInTokens } = app;
      if (!builtInTokens) throw new ApiError('ROUTE.NOT_FOUND', { path: request.url });
      const { ip: address } = request;
      const login = loginOf(request.body);
      const leftMs = waitMs(await failures.of(address, login));
      if (leftMs > 0) throw tooSoon(reply, leftMs);
      const known = await ownerOf(database, request.body.login);
      const isRight = await verifyPassword(known?.passwordHash ?? unknownUserHash, request.body.password);
      const staff =
        known && isRight ? await app.staffDirectory.find({ kind: 'id', id: known.id }) : undefined;
      if (!staff) {
        request.log.info({ staffId: known?.id ?? null }, 'login refused');
        await sleep(heldBackMs(await failures.add(address, login)));
        throw new ApiError('AUTH.LOGIN_FAILED');
      }
      await failures.forget(address, login);
      if (known) await renewed(database, known, request.body);
      request.log.info({ staffId: staff.id }, 'logged in');
      return begin({ builtInTokens, sessions: app.sessions }, staff, reply);
    },
  );

  app.post(
    '/v1/logout',
    {
      config: { permission: 'task.read' },
      schema: {
        summary: 'Log out: the token and the session of this login are of no use any more',
        description:
          'From now on in the API process that was asked, within two seconds in every other; event streams that were opened with it end. A token of an OpenID Connect issuer is of no use here any more, and is as good as before elsewhere.',
        operationId: 'logOut',
        tags: ['identity'],
        response: {
          204: { type: 'null', description: 'Logged out' },
          401: PROBLEMS[401],
          403: PROBLEMS[403],
          503: PROBLEMS[503],
        },
      },
    },
    async (request, reply) => {
      const { credential, principal } = request;
      await endLogin(credential, principal.actor.id);
      clearSessionCookie(reply);
      request.log.info({ staffId: principal.actor.id }, 'logged out');
      return reply.status(204).send();
    },
  );

  /** Token and session of one login end together. */
  async function endLogin({ sought, endsAt }: Credential, staffId: string): Promise<void> {
    if (sought.kind === 'session') {
      await app.sessions.end(sought.sessionId);
      app.staffDirectory.forget(sought.sessionId);
      return;
    }
    const { tokenId } = sought;
    if (tokenId === undefined) return;
    const expiresAt = new Date(Math.min(endsAt?.getTime() ?? LAST_DAY, LAST_DAY));
    await revokeToken(database, { tokenId, staffId, expiresAt }, new Date());
    app.staffDirectory.forget(tokenId);
    const sessionId = await app.sessions.endOfToken(tokenId);
    if (sessionId !== undefined) app.staffDirectory.forget(sessionId);
  }
}

/** One person's name, however it is written. */
const loginOf = ({ login }: { readonly login: string }): string => login.trim().toLowerCase();

export function tooSoon(reply: FastifyReply, leftMs: number): ApiError {
  const seconds = Math.ceil(leftMs / 1000);
  void reply.header('retry-after', seconds);
  return new ApiError('RATE.LIMITED', { seconds });
}

/** The person of a login, however it is written; as it is on record before any other. */
async function ownerOf(database: Database, login: string) {
  const found = await database.staff.findMany({
    where: { login: { in: [login, login.trim().toLowerCase()] } },
  });
  return found.find((one) => one.login === login) ?? found[0];
}

type Owner = NonNullable<Awaited<ReturnType<typeof ownerOf>>>;

/**
 * Takes the password that somebody has chosen in place of the one that was right.
 * @throws {ApiError} for a temporary password without one, and for one that is too old.
 */
async function renewed(
  database: Database,
  owner: Owner,
  { password, newPassword }: Static<typeof LoginBody>,
): Promise<void> {
  if (owner.passwordUntil && owner.passwordUntil <= new Date()) throw new ApiError('AUTH.PASSWORD_EXPIRED');
  if (newPassword === undefined) {
    if (owner.passwordUntil) throw new ApiError('AUTH.PASSWORD_CHANGE_REQUIRED', {}, 'newPassword');
    return;
  }
  if (!(await choosePassword(database, { owner, old: password, chosen: newPassword })))
    throw new ApiError('AUTH.LOGIN_FAILED');
}
