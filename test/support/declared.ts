import type { Api } from '../../api/context';
import { keptDocument } from './openapi-document';

interface Operation {
  readonly path: RegExp;
  readonly method: string;
  readonly statuses: ReadonlySet<string>;
}

interface Document {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly responses?: Readonly<Record<string, unknown>> }>>>
  >;
}

let operations: readonly Operation[] | undefined;

/** Every answer to a test's request has a status that `openapi.json` declares for the operation: a test that asks finds what it forgot. */
export function holdToDocument(app: Api): void {
  const inject: (options: object) => Promise<{ readonly statusCode: number }> = app.inject.bind(app);
  Object.assign(app, {
    inject: async (options: { readonly method?: string; readonly url: string }) => {
      const answer = await inject(options);
      const method = (options.method ?? 'GET').toLowerCase();
      const path = options.url.split('?')[0] ?? '';
      const operation = operationsOf().find((one) => one.method === method && one.path.test(path));
      if (operation && !isDeclared(operation.statuses, answer.statusCode))
        throw new Error(`${method.toUpperCase()} ${path} answered ${answer.statusCode}, not declared for it`);
      return answer;
    },
  });
}

const isDeclared = (statuses: ReadonlySet<string>, status: number): boolean =>
  statuses.has(String(status)) || statuses.has(`${Math.trunc(status / 100)}XX`) || statuses.has('default');

function operationsOf(): readonly Operation[] {
  if (operations) return operations;
  const document = keptDocument() as Document;
  operations = Object.entries(document.paths)
    // Fixed paths before those with a parameter in the same place.
    .sort(([a], [b]) => Number(a.includes('{')) - Number(b.includes('{')))
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { responses = {} }]) => ({
        path: new RegExp(
          `^${path.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&').replaceAll(/\{[^}]+\}/g, '[^/]+')}$`,
        ),
        method,
        statuses: new Set(Object.keys(responses)),
      })),
    );
  return operations;
}
