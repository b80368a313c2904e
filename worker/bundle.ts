import { bundleWorkflowCode, type BundleOptions } from '@temporalio/worker';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Logger } from '../platform/logger';
import { systemErrorCode } from '../stack/errors';

const ROOT = resolve(__dirname, '..');
/** With this file: how it is made is part of what it is. */
const SOURCES = ['workflows', 'domain', 'activities/types.ts', 'worker/bundle.ts'];

/** Where the processes are exported from: a path relative to the project, and what it imports beside the product's own sources. */
export interface BundleEntry {
  readonly path: string;
  readonly sources: readonly string[];
}

type WebpackConfiguration = Parameters<NonNullable<BundleOptions['webpackConfigHook']>>[0];
/** Syntax level that every supported version of Node.js understands. */
const TARGET = 'es2022';
const PRODUCT: BundleEntry = { path: 'workflows', sources: [] };

/**
 * The SDK takes a stack trace for every promise that workflow code makes, to answer its stack trace query, and compiles a function for each to
 * come by the workflow's globals: a fifth of what a history costs to run. It asks the promise's class for these two by their source; here it is
 * given them ready, an `Error` without a stack in place of the second. So that query tells nothing; unhandled rejections are found as before,
 * and another version that asks for something else gets it as it would.
 * On the bundle's first line, so that no line moves; its modules find what they can reach frozen.
 */
const NO_PROMISE_STACKS = `{
  const ready = new Map([
    ['return globalThis.__TEMPORAL_ACTIVATOR__', () => globalThis.__TEMPORAL_ACTIVATOR__],
    ['return globalThis.Error', () => class {}],
  ]);
  Object.defineProperty(Promise, 'constructor', { value: (source) => ready.get(source) ?? Function(source) });
}`.replaceAll('\n', '');
/** An error still names the function it arose in and who called that. */
const FIRST_LINE = `Error.stackTraceLimit = 3;${NO_PROMISE_STACKS}`;

/**
 * The workflows as one script. Made ahead of time and kept beside the project's other caches under a name that holds the hash of its
 * sources, so that a worker starts in a moment and never with stale code.
 */
export async function workflowBundle(logger: Logger, entry = PRODUCT): Promise<{ readonly code: string }> {
  const file = join(ROOT, 'node_modules', '.cache', 'aftercare', `workflows-${await sourcesHash(entry)}.js`);
  const kept = await readFile(file, 'utf8').catch((error: unknown) => {
    if (systemErrorCode(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (kept !== undefined) return { code: kept };
  const workflowsPath = require.resolve(join(ROOT, entry.path));
  const bundle = await bundleWorkflowCode({
    workflowsPath,
    // These modules hold no workflow state: they load once, not for each workflow.
    preloadModules: [workflowsPath],
    webpackConfigHook: forThisNode,
    logger: {
      log: () => undefined,
      trace: () => undefined,
      debug: () => undefined,
      info: () => undefined,
      warn: (message, meta) => logger.warn({ ...meta }, message),
      error: (message, meta) => logger.error({ ...meta }, message),
    },
  });
  const code = `${FIRST_LINE}${bundle.code}`;
  await mkdir(join(file, '..'), { recursive: true });
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, code);
  await rename(draft, file);
  return { code };
}

/** The SDK has every spread and field of a class written out in the language of 2017. @throws {Error} where it does so elsewhere than we know. */
function forThisNode(config: WebpackConfiguration): WebpackConfiguration {
  const rules = config.module?.rules ?? [];
  const swc = rules.map(swcOptions).find((options) => options !== undefined);
  if (!swc) throw new Error('The SDK bundles workflows without swc-loader');
  swc.jsc = { ...swc.jsc, target: TARGET };
  return config;
}

function swcOptions(rule: unknown): { jsc?: object } | undefined {
  if (typeof rule !== 'object' || rule === null || !('use' in rule)) return undefined;
  const { use } = rule;
  if (typeof use !== 'object' || use === null || !('loader' in use) || !('options' in use)) return undefined;
  const { loader, options } = use;
  return typeof loader === 'string' &&
    loader.includes('swc-loader') &&
    typeof options === 'object' &&
    options !== null
    ? options
    : undefined;
}

async function sourcesHash(entry: BundleEntry): Promise<string> {
  const hash = createHash('sha256').update(process.version).update(entry.path);
  for (const source of [...SOURCES, ...entry.sources])
    for (const file of await filesUnder(join(ROOT, source)))
      hash.update(file.slice(ROOT.length)).update(await readFile(file));
  hash.update(await readFile(join(ROOT, 'node_modules', '@temporalio', 'workflow', 'package.json')));
  return hash.digest('hex').slice(0, 24);
}

async function filesUnder(path: string): Promise<string[]> {
  if (/\.[jt]s$/.test(path)) return [path];
  const entries = await readdir(path, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
