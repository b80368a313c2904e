import { setTimeout as sleep } from 'node:timers/promises';
import { verifyPassword } from '../../platform/passwords';
import type { Routes } from '../context';
import { limiter } from '../http/limiter';
import { ApiError } from '../http/problems';
import { Closed, PROBLEMS, problemResponse, Secret } from '../http/schema/common';
import { begin } from './begin';
import { heldBackMs, waitMs } from './login-brake';
import { LoginFailures } from './login-failures';
import { choosePassword, SHORTEST_PASSWORD } from './own-password';
import { tooSoon } from './routes';
import { LoginAnswer } from './schema';

const ATTEMPTS_PER_ADDRESS = 60;

const PasswordChange = Closed(
  { oldPassword: Secret(256), newPassword: Secret(256) },
  {
    title: 'PasswordChange',
    examples: [{ oldPassword: 'the password of li.wei', newPassword: 'four words, not one' }],
  },
);

/** Somebody's own password, which only they know. */
export const ownPassword: Routes = (app, { database }) => {
  const perAddress = limiter(app, { max: ATTEMPTS_PER_ADDRESS });
  const failures = new LoginFailures(database);
  app.post(
    '/v1/me/password',
    {
      config: { permission: 'task.read' },
      // The answer has the token and the CSRF token.
      compress: false,
      schema: {
        operationId: 'changeMyPassword',
        tags: ['identity'],
        summary: 'Choose another password',
        description: `Of at least ${SHORTEST_PASSWORD} characters. It ends all other sessions of the caller; this one goes on with the token and the cookie of the answer.`,
        body: PasswordChange,
        response: {
          200: LoginAnswer,
          ...PROBLEMS,
          409: problemResponse('STAFF.PASSWORD_ELSEWHERE'),
          422: problemResponse('AUTH.PASSWORD_WRONG, AUTH.PASSWORD_WEAK'),
          429: problemResponse('RATE.LIMITED: see retry-after'),
        },
      },
    },
    async (request, reply) => {
      await perAddress(request, reply);
      const { body, ip: address, principal } = request;
      const { builtInTokens, sessions, staffDirectory } = app;
      const owner = await database.staff.findUnique({ where: { id: principal.actor.id } });
      if (!builtInTokens || !owner?.passwordHash) throw new ApiError('STAFF.PASSWORD_ELSEWHERE');
      const login = owner.login.toLowerCase();
      const leftMs = waitMs(await failures.of(address, login));
      if (leftMs > 0) throw tooSoon(reply, leftMs);
      if (!(await verifyPassword(owner.passwordHash, body.oldPassword))) {
        await sleep(heldBackMs(await failures.add(address, login)));
        throw new ApiError('AUTH.PASSWORD_WRONG', {}, 'oldPassword');
      }
      await failures.forget(address, login);
      if (!(await choosePassword(database, { owner, old: body.oldPassword, chosen: body.newPassword })))
        throw new ApiError('AUTH.PASSWORD_WRONG', {}, 'oldPassword');
      staffDirectory.forgetPerson(owner.id);
      request.log.info('password changed');
      const staff = await staffDirectory.find({ kind: 'id', id: owner.id });
      if (!staff) throw new ApiError('AUTH.SESSION_ENDED');
      return begin({ builtInTokens, sessions }, staff, reply);
    },
  );
  return Promise.resolve();
};
