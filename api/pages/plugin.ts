import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import fp from 'fastify-plugin';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { systemErrorCode } from '../../stack/errors';
import { ApiError } from '../http/problems';

/** Built by `web/build.mjs`. */
const BUILT = resolve(__dirname, '..', '..', 'web', 'dist');
/** Stands in the built pages for the nonce of their policy (`web/vite-shared.mts`). */
const NONCE_MARK = /__CSP_NONCE__/g;
/** Files that keep their name; those below `assets/` have a hash of their content in theirs. */
const NAMED_FILES = ['icon.svg', 'sw.js', 'manifest.webmanifest', 'icon-192.png', 'icon-512.png'];
const WORKER = 'sw.js';
/** A service worker fetches by the policy of its own file, not by that of the page. */
const WORKER_POLICY = `default-src 'none'; script-src 'self'; connect-src 'self'`;
/** Paths that are no page's, whatever a browser accepts. */
const NO_PAGES = /^\/(v1|docs|assets|c\/assets|healthz|readyz|metrics)(?=[/.?]|$)/;
const YEAR_S = 31_536_000;

/** An application of pages: one document for all of its addresses, which its own router tells apart. */
interface Application {
  readonly name: 'console' | 'customer';
  readonly prefix: '/' | '/c/';
}
const CONSOLE: Application = { name: 'console', prefix: '/' };
const CUSTOMER: Application = { name: 'customer', prefix: '/c/' };

/**
 * Serves the console of staff at `/` and the pages of customers at `/c/`. A page has a policy of its own with a nonce of each answer: nothing
 * inline runs or styles. Their files never change under one name, so browsers keep them.
 */
export const pages = fp(
  async (app) => {
    await app.register(fastifyStatic, { root: BUILT, serve: false, preCompressed: true });
    const config = { permission: 'public' } as const;
    const schema = { hide: true };
    for (const { name, prefix } of [CONSOLE, CUSTOMER]) {
      const folder = join(BUILT, name);
      app.get<{ Params: { '*': string } }>(`${prefix}assets/*`, { config, schema }, (request, reply) => {
        return reply.sendFile(join('assets', request.params['*']), folder, {
          maxAge: YEAR_S * 1000,
          immutable: true,
        });
      });
      for (const file of NAMED_FILES)
        app.get(`${prefix}${file}`, { config, schema }, (_request, reply) => {
          void reply.header('cache-control', 'no-cache');
          if (file === WORKER) void reply.header('content-security-policy', WORKER_POLICY);
          return reply.sendFile(file, folder, { cacheControl: false });
        });
      app.get(prefix, { config, schema }, (_request, reply) => page(reply, folder));
    }
    // Deep links: an address that only the page's own router knows.
    app.addHook('onRequest', async (request, reply) => {
      if (!request.is404 || !isPageAsked(request)) return;
      const { name } = request.url.startsWith(CUSTOMER.prefix) ? CUSTOMER : CONSOLE;
      await page(reply, join(BUILT, name));
    });
  },
  { name: 'pages' },
);

const isPageAsked = ({ method, url, headers }: FastifyRequest): boolean =>
  (method === 'GET' || method === 'HEAD') &&
  (headers.accept ?? '').includes('text/html') &&
  !NO_PAGES.test(url);

/** The document of an application, with a nonce of this answer. @throws {ApiError} where it has not been built. */
async function page(reply: FastifyReply, folder: string): Promise<FastifyReply> {
  const path = join(folder, 'index.html');
  const document = await readFile(path, 'utf8').catch((error: unknown) => {
    if (systemErrorCode(error) === 'ENOENT') throw new ApiError('PAGES.NOT_BUILT');
    throw error;
  });
  const nonce = randomBytes(16).toString('base64');
  await reply
    .header('content-security-policy', policyOf(nonce))
    .header('cache-control', 'no-cache')
    .type('text/html; charset=utf-8')
    .send(document.replace(NONCE_MARK, nonce));
  return reply;
}

/** `wasm-unsafe-eval` lets the reader of bar codes compile its own module where the browser has none. */
const policyOf = (nonce: string): string =>
  [
    `default-src 'none'`,
    `script-src 'self' 'nonce-${nonce}' 'wasm-unsafe-eval'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' blob: data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `manifest-src 'self'`,
    `worker-src 'self'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ');
