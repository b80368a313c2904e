import { createHash, timingSafeEqual } from 'node:crypto';
import fp from 'fastify-plugin';
import { problemOf, sendProblem } from './problem';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Answered without a token: health and the contract. */
    open?: boolean;
  }
}

const MINIMUM_TOKEN_LENGTH = 16;

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** RFC 6750 bearer token, one for the services that may call. Digests are compared, so the time tells nothing of the token. */
export const bearerToken = fp<{ token: string }>((app, { token }, done) => {
  if (token.length < MINIMUM_TOKEN_LENGTH) {
    done(new Error(`A service token has at least ${MINIMUM_TOKEN_LENGTH} characters.`));
    return;
  }
  const expected = digest(`Bearer ${token}`);
  app.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.config.open === true) return;
    if (timingSafeEqual(digest(request.headers.authorization ?? ''), expected)) return;
    await sendProblem(
      reply.header('www-authenticate', 'Bearer'),
      problemOf(401, 'AUTH.TOKEN_INVALID', 'Send the service token: Authorization: Bearer …'),
    );
  });
  done();
});
