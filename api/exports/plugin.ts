import type { FastifyRequest, RouteHandlerMethod } from 'fastify';
import fp from 'fastify-plugin';
import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { dayIn } from '../../platform/wall-clock';
import type { ApiDependencies } from '../context';
import { contentDisposition } from '../http/content-disposition';
import { MAX_LIMIT } from '../http/schema/paging';
import { BYTE_ORDER_MARK, headLine, lineWriter, type Reader } from './csv';
import { EXPORTED_LISTS, type ExportedList } from './lists';

interface Page {
  readonly items: readonly unknown[];
  /** Left out by a list that is answered whole. */
  readonly nextCursor?: string | null;
}

/**
 * Answers a list as a file where `text/csv` is asked for: all of it as filtered, page by page from its own
 * handler, so that rights, scope and filters are those of the list.
 */
export default fp(
  (app, { config }: ApiDependencies) => {
    app.addHook('onRoute', (route) => {
      const list = EXPORTED_LISTS[route.url];
      if (!list || route.method !== 'GET') return;
      const { handler } = route;
      route.handler = async function (request, reply) {
        const vary = reply.getHeader('vary');
        void reply.header('vary', vary === undefined ? 'accept' : `${String(vary)}, accept`);
        if (!wantsCsv(request.headers.accept)) return handler.call(this, request, reply);
        const reader = { language: request.principal.language, timeZone: config.AFTERCARE_TIME_ZONE };
        const page = (cursor: string | null): Promise<Page> =>
          pageOf((asked) => handler.call(this, asked, reply), request, cursor);
        // The first page before the head: what is refused is refused as a problem.
        const first = await page(null);
        const name = `${list.file}-${dayIn(reader.timeZone, new Date())}.csv`;
        return reply
          .type('text/csv; charset=utf-8')
          .header('content-disposition', contentDisposition('attachment', name))
          .send(Readable.from(linesOf(list, reader, first, page)));
      };
    });
    return Promise.resolve();
  },
  { name: 'exports', dependencies: ['identity'] },
);

const wantsCsv = (accept: string | undefined): boolean =>
  (accept ?? '').split(',').some((range) => range.trim().toLowerCase().startsWith('text/csv'));

/** One page as the list's own handler answers it. @throws {Error} for a list that answers something else. */
async function pageOf(
  handle: (request: FastifyRequest) => ReturnType<RouteHandlerMethod>,
  request: FastifyRequest,
  cursor: string | null,
): Promise<Page> {
  const asked = { ...(request.query as object), limit: MAX_LIMIT, ...(cursor !== null && { cursor }) };
  request.query = asked;
  const page: unknown = await handle(request);
  if (!isPage(page)) throw new Error(`${request.routeOptions.url ?? ''} answers no page`);
  return page;
}

const isPage = (value: unknown): value is Page =>
  typeof value === 'object' && value !== null && 'items' in value && Array.isArray(value.items);

async function* linesOf(
  { columns }: ExportedList,
  reader: Reader,
  first: Page,
  next: (cursor: string) => Promise<Page>,
): AsyncGenerator<string> {
  const write = lineWriter(columns, reader);
  yield BYTE_ORDER_MARK + headLine(columns, reader);
  let page = first;
  for (;;) {
    yield page.items.map(write).join('');
    const { nextCursor = null } = page;
    if (nextCursor === null) return;
    page = await next(nextCursor);
  }
}

const CSV_PATH = /^(\/v1\/[\w/-]+)\.csv(?=\?|$)/;

/** `/v1/cases.csv` is `/v1/cases` asked for as a file: for links, which send no Accept of their own. */
export function withoutExtension(raw: IncomingMessage): string {
  const url = raw.url ?? '/';
  const path = CSV_PATH.exec(url)?.[1];
  if (path === undefined || !isExported(path)) return url;
  raw.headers.accept = 'text/csv';
  return url.replace(CSV_PATH, '$1');
}

const isExported = (path: string): boolean =>
  Object.keys(EXPORTED_LISTS).some((url) => new RegExp(`^${url.replaceAll(/:\w+/g, '[^/]+')}$`).test(path));
