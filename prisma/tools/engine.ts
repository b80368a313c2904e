import { bindMigrationAwareSqlAdapterFactory, type SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { openSession, sessionFactory } from './engine-session';
import { type PrismaFile } from './files';

/** TypeScript has these types only in its browser library. */
declare const WebAssembly: {
  instantiate(
    bytes: Uint8Array,
    imports: Record<string, unknown>,
  ): Promise<{ instance: { exports: { __wbindgen_start(): void } } }>;
};

declare global {
  /** Where the engine leaves the reason before it aborts (Prisma's own name). */
  var PRISMA_WASM_PANIC_REGISTRY: { set_message(message: string): void } | undefined;
}

export type SchemaEngine = bindings.SchemaEngine;

/** Every table is Prisma's: no entity is managed elsewhere. */
export const noFilters = { externalTables: [], externalEnums: [] };

let loading: Promise<typeof bindings.SchemaEngine> | undefined;

/**
 * Prisma's schema engine as WebAssembly, instantiated once a process: the same engine as `prisma migrate`,
 * which comes from the package registry with everything else, where the native binary is a download of its own.
 */
function loadSchemaEngine(): Promise<typeof bindings.SchemaEngine> {
  loading ??= instantiate();
  return loading;
}

async function instantiate(): Promise<typeof bindings.SchemaEngine> {
  globalThis.PRISMA_WASM_PANIC_REGISTRY ??= {
    set_message: (message) => {
      throw new Error(`Prisma's schema engine failed: ${message}`);
    },
  };
  const folder = dirname(require.resolve('@prisma/schema-engine-wasm/schema_engine_bg'));
  const bytes = await readFile(join(folder, 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': imports() });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return bindings.SchemaEngine;
}

/** The engine never clears the ten seconds that it gives its lock: its timers must not keep the process alive. */
function imports(): Record<string, unknown> {
  const timers = Object.keys(bindings).filter((name) => name.startsWith('__wbg_setTimeout_'));
  const idle = (callback: () => void, delayMs: number) => setTimeout(callback, delayMs).unref();
  return { ...bindings, ...Object.fromEntries(timers.map((name) => [name, idle])) };
}

export type EngineOptions = {
  /** A `postgresql://` URL. */
  databaseUrl: string;
  /** The schema files, where the work compares with them. */
  datamodel?: readonly PrismaFile[];
};

/**
 * Runs `work` with an engine connected to a database, and frees both after it. `session` is the engine's own
 * database session. Rejects with the engine's error, whose message says what failed.
 */
export async function withEngine<T>(
  { databaseUrl, datamodel }: EngineOptions,
  work: (engine: SchemaEngine, session: SqlDriverAdapter) => Promise<T>,
): Promise<T> {
  const Engine = await loadSchemaEngine();
  const session = await openSession(databaseUrl);
  try {
    const engine = await Engine.new(
      { datamodels: datamodel?.map(({ path, content }): [string, string] => [path, content]) },
      // Its log repeats what it returns or throws.
      () => undefined,
      bindMigrationAwareSqlAdapterFactory(sessionFactory(databaseUrl, session)),
    );
    try {
      return await work(engine, session);
    } finally {
      engine.free();
    }
  } catch (error) {
    throw withoutTrace(error);
  } finally {
    await session.dispose();
  }
}

/** The engine's errors without the trace of its own Rust functions that it appends to their messages. */
export function withoutTrace(error: unknown): unknown {
  if (!(error instanceof Error) || error.name !== 'SchemaConnectorError') return error;
  const [message = error.message] = error.message.split(/\n\s+0: /);
  return new Error(message.trim(), { cause: error });
}
