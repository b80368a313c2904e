import { randomBytes } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { isPermitted, PERMISSIONS, type Permission } from '../../domain/identity/permissions';
import { hashPassword, verifyPassword } from '../../platform/passwords';
import { PROBLEMS, problemResponse } from '../../schemas/common';
import { LoginAnswer, LoginBody, MeAnswer, type StaffView } from '../../schemas/login';
import type { Api, ApiDependencies } from '../context';
import { kindOf, languageOfStaff, rolesOf, type StaffRow } from '../identity/staff-directory';
import { limiter } from '../limiter';
import { ApiError } from '../problems';

const ATTEMPTS_PER_ADDRESS = 60;
const ATTEMPTS_PER_LOGIN = 10;

/** The built-in login, and who one is. Attempts are counted in each API process by itself. */
export async function login(app: Api, { database }: ApiDependencies): Promise<void> {
  const perAddress = limiter(app, { max: ATTEMPTS_PER_ADDRESS });
  const perLogin = limiter(app, { max: ATTEMPTS_PER_LOGIN, keyGenerator: loginOf });
  // Nobody's: it takes a guess at an unknown login as long as one at a known login.
  const nobodysHash = await hashPassword(randomBytes(32).toString('base64'));

  app.post(
    '/v1/login',
    {
      config: { permission: 'public' },
      schema: {
        summary: 'Log in with a login name and a password',
        tags: ['identity'],
        body: LoginBody,
        response: {
          200: LoginAnswer,
          400: PROBLEMS[400],
          401: problemResponse('AUTH.LOGIN_FAILED: the same for an unknown login and a wrong password'),
          404: problemResponse('ROUTE.NOT_FOUND: people log in elsewhere (OpenID Connect)'),
          429: problemResponse('RATE.LIMITED: see retry-after'),
          503: PROBLEMS[503],
        },
      },
      onRequest: async (request, reply) => {
        if (!app.builtInTokens)
          throw new ApiError('ROUTE.NOT_FOUND', { path: request.url.split('?')[0] ?? '/' });
        await perAddress(request, reply);
      },
      preHandler: perLogin,
    },
    async (request, reply) => {
      const { builtInTokens } = app;
      if (!builtInTokens) throw new ApiError('ROUTE.NOT_FOUND', { path: request.url });
      const known = await database.staff.findUnique({ where: { login: request.body.login } });
      const isRight = await verifyPassword(known?.passwordHash ?? nobodysHash, request.body.password);
      const staff =
        known && isRight ? await app.staffDirectory.find({ kind: 'id', id: known.id }) : undefined;
      if (!staff) {
        request.log.info({ staffId: known?.id ?? null }, 'login refused');
        throw new ApiError('AUTH.LOGIN_FAILED');
      }
      const { token, expiresAt } = await builtInTokens.issue(staff.id, new Date());
      request.log.info({ staffId: staff.id }, 'logged in');
      void reply.header('cache-control', 'no-store');
      return { token, expiresAt: expiresAt.toISOString(), staff: viewOf(staff) };
    },
  );

  app.get(
    '/v1/me',
    {
      config: { permission: 'task.read' },
      schema: {
        summary: 'Who I am and what I may do',
        tags: ['identity'],
        response: { 200: MeAnswer, 401: PROBLEMS[401], 403: PROBLEMS[403], 503: PROBLEMS[503] },
      },
    },
    async (request) => {
      const { actor } = request.principal;
      const staff = await app.staffDirectory.find({ kind: 'id', id: actor.id });
      if (!staff) throw new ApiError('AUTH.TOKEN_INVALID');
      return {
        ...viewOf(staff),
        permissions: permissionNames.filter((permission) => isPermitted(actor, permission)),
      };
    },
  );
}

const isPermissionName = (name: string): name is Permission => Object.hasOwn(PERMISSIONS, name);
const permissionNames = Object.keys(PERMISSIONS).filter(isPermissionName);

const viewOf = (staff: StaffRow): StaffView => ({
  id: staff.id,
  nameEn: staff.nameEn,
  nameZh: staff.nameZh,
  roles: [...rolesOf(staff)],
  organisation: { ...staff.organisation, kind: kindOf(staff.organisation) },
  language: languageOfStaff(staff),
});

/** One person's name, however it is written; read after the body was validated. */
function loginOf({ body }: FastifyRequest): string {
  const given = typeof body === 'object' && body !== null && 'login' in body ? body.login : '';
  return typeof given === 'string' ? given.trim().toLowerCase() : '';
}
