import fp from 'fastify-plugin';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LANGUAGES } from '../../domain/bilingual';
import type { LinkHolder } from '../../domain/identity/customer-link';
import { CustomerLinks } from '../../platform/customer-links';
import { LinkRefused } from '../../platform/link-token';
import type { ApiDependencies } from '../context';
import { ApiError } from '../http/problems';

declare module 'fastify' {
  interface FastifyInstance {
    /** Absent where links are not configured. */
    customerLinks: CustomerLinks | undefined;
  }
  interface FastifyRequest {
    /** Bearer of the link; set on every route whose permission is `customer-link`. */
    customer: LinkHolder;
  }
}

type Needs = Pick<ApiDependencies, 'config' | 'database'>;

/**
 * Lets customers in by the link to their case (R36), on the routes that say `customer-link`: after attempts have been counted, before the
 * body is read. The token comes in the Authorization header alone, so that it stands in no log of addresses and in no referrer.
 */
export default fp(
  (app, { config, database }: Needs) => {
    app.decorate('customerLinks', CustomerLinks.of(database, config));
    app.decorateRequest('customer');
    app.addHook('preParsing', async (request, reply) => {
      if (request.is404 || request.routeOptions.config.permission !== 'customer-link') return;
      void reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
      request.customer = await holderOf(app.customerLinks, database, request, reply);
      const { linkId, caseNumber } = request.customer;
      request.log = reply.log = request.log.child({ linkId, processId: caseNumber });
    });
    return Promise.resolve();
  },
  { name: 'customer-link', dependencies: ['problems', 'identity'] },
);

async function holderOf(
  links: CustomerLinks | undefined,
  database: ApiDependencies['database'],
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<LinkHolder> {
  const token = /^bearer +([\w.-]+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined || !links) throw refused(reply, 'LINK.REQUIRED');
  const claims = await links.read(token, new Date()).catch((error: unknown) => {
    if (!(error instanceof LinkRefused)) throw error;
    request.log.info({ reason: error.message }, 'link refused');
    throw refused(reply, error.reason === 'expired' ? 'LINK.EXPIRED' : 'LINK.INVALID');
  });
  const [link, customer, found] = await Promise.all([
    database.customerLink.findUnique({ where: { id: claims.id } }),
    database.customer.findUnique({ where: { id: claims.customerId } }),
    database.serviceCase.findUnique({
      where: { number: claims.caseNumber },
      select: { customerId: true },
    }),
  ]);
  // A link is for what the register says, whatever was signed.
  if (
    link?.caseNumber !== claims.caseNumber ||
    link.customerId !== claims.customerId ||
    link.purpose !== claims.purpose
  )
    throw refused(reply, 'LINK.INVALID');
  if (link.revokedAt) throw refused(reply, 'LINK.REVOKED');
  if (link.usedAt && request.routeOptions.config.takesUsedLinks !== true) throw refused(reply, 'LINK.USED');
  // The case turned out to be another customer's.
  if (!customer || found?.customerId !== customer.id) throw refused(reply, 'LINK.REVOKED');
  return {
    linkId: link.id,
    isUsed: link.usedAt !== null,
    purpose: claims.purpose,
    caseNumber: claims.caseNumber,
    actor: { kind: 'customer', id: customer.id, name: customer.name },
    language: LANGUAGES.find((known) => known === customer.language) ?? 'zh',
  };
}

/** RFC 6750 §3 for a token that does not let its bearer in. */
function refused(
  reply: FastifyReply,
  code: 'LINK.REQUIRED' | 'LINK.INVALID' | 'LINK.EXPIRED' | 'LINK.REVOKED' | 'LINK.USED',
): ApiError {
  const fault = code === 'LINK.REQUIRED' ? '' : ', error="invalid_token"';
  if (code === 'LINK.REQUIRED' || code === 'LINK.INVALID')
    void reply.header('www-authenticate', `Bearer realm="aftercare-customer"${fault}`);
  return new ApiError(code);
}
