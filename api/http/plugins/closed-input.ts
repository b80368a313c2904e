import type { FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { Closed } from '../schema/common';
import { badRequest } from '../problems';

/** Our own routes; `/metrics` and `/docs` are asked by others' tools, with what these like to add. */
const isOurs = (url: string): boolean => url.startsWith('/v1/');

/**
 * A route without a schema for its query string or body accepts none: unexpected input is refused, not
 * dropped.
 */
export default fp(
  (app) => {
    app.addHook('onRoute', (route) => {
      if (isOurs(route.url) && route.schema?.querystring === undefined)
        route.schema = { ...route.schema, querystring: Closed({}) };
    });
    app.addHook('preValidation', (request, _reply, done) => {
      if (isOurs(request.routeOptions.url ?? '')) refuseUnasked(request);
      done();
    });
    return Promise.resolve();
  },
  { name: 'closed-input' },
);

/** @throws {ApiError} naming what is sent beside the point. */
function refuseUnasked({ url, body, routeOptions: { schema } }: FastifyRequest): void {
  refuseBrokenEscapes(url);
  if (schema?.body !== undefined || typeof body !== 'object' || body === null) return;
  if (body instanceof Uint8Array || 'pipe' in body) return;
  const [unknown] = Object.keys(body);
  if (unknown !== undefined) throw badRequest(unknown, { en: 'is not a known field', zh: '不是可填的字段' });
}

/** The parser would take a byte that is no UTF-8 for the text `%FF`. @throws {ApiError} naming the parameter. */
function refuseBrokenEscapes(url: string): void {
  const start = url.indexOf('?');
  if (start < 0) return;
  for (const pair of url.slice(start + 1).split('&')) {
    const [name = '', value = ''] = pair.split('=', 2);
    if (!isDecodable(name) || !isDecodable(value))
      throw badRequest(isDecodable(name) ? decodeURIComponent(name) : undefined, {
        en: 'is not percent-encoded UTF-8',
        zh: '不是百分号编码的 UTF-8',
      });
  }
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
}
