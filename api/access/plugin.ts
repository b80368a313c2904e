import fp from 'fastify-plugin';
import type { FastifyContextConfig, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import { isPermitted } from '../../domain/identity/permissions';
import type { ApiDependencies, RoutePermission } from '../context';
import { BuiltInTokens } from './built-in';
import { bySession, ofToken, type Recognised } from './credential';
import { OidcTokens, oidcSettings } from './oidc';
import { languageOf } from '../http/language';
import { principalOf, StaffDirectory } from './staff-directory';
import { Sessions } from './sessions';
import { IssuerUnavailable, TokenRefused } from './token-error';
import { verifyToken, type Bearer, type TokenVerifiers } from './verify-token';
import { ApiError } from '../http/problems';

declare module 'fastify' {
  interface FastifyInstance {
    /**
     * People who may log in. An open connection checks it repeatedly: a deactivated person must be out within
     * seconds.
     */
    staffDirectory: StaffDirectory;
    /** Tokens of the built-in login; absent where only an OpenID Connect issuer lets people in. */
    builtInTokens: BuiltInTokens | undefined;
    /** Sessions by cookie, which the built-in login begins. */
    sessions: Sessions;
  }
}

/** Names the person an answer is for: pages of one browser share a cookie, which may be another person's by now. */
const STAFF_HEADER = 'x-aftercare-staff';

/**
 * Authenticates and authorises every request before its body is read. A route without a permission does not
 * start.
 */
export default fp(
  (app, { config, database, logger }: Pick<ApiDependencies, 'config' | 'database' | 'logger'>) => {
    const secret = config.AFTERCARE_LOGIN_SECRET;
    const settings = oidcSettings(config);
    const verifiers: TokenVerifiers = {
      ...(secret !== undefined && { builtIn: new BuiltInTokens(secret) }),
      ...(settings && { oidc: new OidcTokens(settings) }),
    };
    if (!verifiers.builtIn && !verifiers.oidc)
      logger.warn('no login is configured: set AFTERCARE_LOGIN_SECRET or AFTERCARE_OIDC_ISSUER');

    const directory = new StaffDirectory(database);
    const sessions = new Sessions(database);
    /** A bearer token is taken before a cookie: who sends one means it. */
    const recognised = async (request: FastifyRequest, reply: FastifyReply): Promise<Recognised> => {
      const known =
        request.headers.authorization === undefined
          ? await bySession(request, reply, { directory, sessions })
          : undefined;
      if (known) return known;
      const bearer = await bearerOf(request, reply, verifiers);
      const staff = await directory.find(bearer);
      if (!staff) throw refuseToken(request, reply, 'staff unknown or not active');
      return { staff, credential: ofToken(bearer, request) };
    };
    app.decorate('staffDirectory', directory);
    app.decorate('builtInTokens', verifiers.builtIn);
    app.decorateRequest('principal');
    app.decorateRequest('credential');
    app.decorate('sessions', sessions);
    app.addHook('onRoute', (route) => {
      route.config = { ...route.config, permission: permissionOf(route) };
    });
    app.addHook('onRequest', async (request, reply) => {
      // A 404 needs no permission.
      const permission = request.is404 ? 'public' : permissionOf(request.routeOptions);
      // Customers are let in by another door (`customer-link`).
      if (permission === 'public' || permission === 'customer-link') return;
      const { staff, credential } = await recognised(request, reply);
      request.credential = credential;
      void reply.header(STAFF_HEADER, staff.id);
      const principal = principalOf(staff);
      // The page decides over the account: a person may switch languages.
      request.principal = {
        ...principal,
        language: languageOf(request.headers['accept-language'], principal.language),
      };
      const { id: staffId, roles } = request.principal.actor;
      request.log = reply.log = request.log.child({ staffId, roles });
      if (!isPermitted(request.principal.actor, permission)) {
        challenge(reply, `, error="insufficient_scope", scope="${permission}"`);
        throw new ApiError('AUTH.FORBIDDEN', { permission });
      }
    });
    return Promise.resolve();
  },
  { name: 'identity', dependencies: ['problems'] },
);

interface Described {
  readonly config?: FastifyContextConfig | undefined;
  readonly method?: RouteOptions['method'] | undefined;
  readonly url?: string | undefined;
  readonly schema?: unknown;
}

/**
 * The documentation's own pages and CORS's OPTIONS are open; the twin that answers HEAD has the permission of its GET.
 * @throws {Error} for any other route that does not say who may use it: at start, or on use if it was there before this plugin.
 */
function permissionOf({ config, method, url, schema }: Described): RoutePermission {
  if (config?.permission !== undefined) return config.permission;
  if (method === 'OPTIONS' || (isHidden(schema) && /^\/docs(\/|$)/.test(url ?? ''))) return 'public';
  throw new Error(
    `Route ${String(method)} ${url ?? ''} names no config.permission: say who may use it, or 'public'`,
  );
}

const isHidden = (schema: unknown): boolean =>
  typeof schema === 'object' && schema !== null && 'hide' in schema && schema.hide === true;

async function bearerOf(
  request: FastifyRequest,
  reply: FastifyReply,
  verifiers: TokenVerifiers,
): Promise<Bearer> {
  // RFC 6750 §2.1; the name of the scheme is in any case (RFC 9110 §11.1).
  const token = /^bearer +([\w.~+/-]+=*)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined) {
    challenge(reply);
    throw new ApiError('AUTH.REQUIRED');
  }
  try {
    return await verifyToken(token, verifiers);
  } catch (error) {
    if (error instanceof TokenRefused) throw refuseToken(request, reply, error.message);
    if (!(error instanceof IssuerUnavailable)) throw error;
    request.log.error({ err: error }, 'token not verified');
    throw new ApiError('AUTH.ISSUER_UNAVAILABLE');
  }
}

function refuseToken(request: FastifyRequest, reply: FastifyReply, reason: string): ApiError {
  request.log.info({ reason }, 'token refused');
  challenge(reply, ', error="invalid_token"');
  return new ApiError('AUTH.TOKEN_INVALID');
}

/** RFC 6750 §3: how to get in, and what was wrong with the token that was sent. */
function challenge(reply: FastifyReply, fault = ''): void {
  void reply.header('www-authenticate', `Bearer realm="aftercare"${fault}`);
}
