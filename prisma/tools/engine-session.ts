import { PrismaPg } from '@prisma/adapter-pg';
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
  type SqlResultSet,
} from '@prisma/driver-adapter-utils';
import { randomUUID } from 'node:crypto';
import { escapeIdentifier, Pool } from 'pg';
import { databaseUrl as urlOf, withClient } from '../../stack/database';

/** Catalogue columns of PostgreSQL's one-byte type `"char"`, as the engine's introspection names them. */
const charColumns: ReadonlySet<string> = new Set(['constraint_type', 'confdeltype', 'confupdtype']);

/** `@prisma/adapter-pg` 7.10 refuses the type `"char"` that the engine asks the catalogue for: ask for text. */
async function queryCatalogue(inner: SqlDriverAdapter, query: SqlQuery): Promise<SqlResultSet> {
  const sql = query.sql.replace(/\bcon\w*\.(?:contype|confdeltype|confupdtype)\b(?=,|\s+AS\b)/g, '$&::text');
  const result = await inner.queryRaw({ ...query, sql });
  return {
    ...result,
    columnTypes: result.columnTypes.map((type, index) =>
      charColumns.has(result.columnNames[index] ?? '') ? ColumnTypeEnum.Character : type,
    ),
  };
}

/**
 * One database session for the schema engine. Exactly one connection, kept while idle: the engine's advisory
 * lock belongs to the session that took it.
 */
export async function openSession(databaseUrl: string): Promise<SqlDriverAdapter> {
  const pool = new Pool({ connectionString: databaseUrl, max: 1, idleTimeoutMillis: 0 });
  const inner = await new PrismaPg(pool, { disposeExternalPool: true }).connect();
  return {
    provider: inner.provider,
    adapterName: inner.adapterName,
    queryRaw: (query) => queryCatalogue(inner, query),
    executeRaw: (query) => inner.executeRaw(query),
    // The adapter's own executeScript splits at every semicolon, so it breaks the body of a function and a
    // script that fails halfway stays applied. Without arguments a query goes to PostgreSQL whole.
    executeScript: async (script) => {
      await inner.executeRaw({ sql: script, args: [], argTypes: [] });
    },
    startTransaction: (isolationLevel) => inner.startTransaction(isolationLevel),
    getConnectionInfo: () => inner.getConnectionInfo(),
    dispose: () => inner.dispose(),
  };
}

/**
 * Gives the engine its connections: `session` for the database itself, and a new scratch database on the same
 * server as shadow database (the user of `databaseUrl` then needs CREATEDB).
 */
export function sessionFactory(
  databaseUrl: string,
  session: SqlDriverAdapter,
): SqlMigrationAwareDriverAdapterFactory {
  return {
    provider: session.provider,
    adapterName: session.adapterName,
    connect: () => Promise.resolve(session),
    connectToShadowDb: () => openShadowSession(databaseUrl),
  };
}

async function openShadowSession(databaseUrl: string): Promise<SqlDriverAdapter> {
  const name = `aftercare_shadow_${randomUUID().replaceAll('-', '')}`;
  await administer(databaseUrl, `CREATE DATABASE ${escapeIdentifier(name)}`);
  const session = await openSession(urlOf(databaseUrl, name));
  return {
    ...session,
    // A database is dropped from outside, after its last connection has gone; the adapter's own shadow
    // database does it the other way round and fails.
    dispose: async () => {
      await session.dispose();
      await administer(databaseUrl, `DROP DATABASE ${escapeIdentifier(name)} WITH (FORCE)`);
    },
  };
}

async function administer(databaseUrl: string, sql: string): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    await client.query(sql);
  });
}
