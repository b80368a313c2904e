import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createDatabase, withClient } from '../../../stack/database';
import { startPostgres, type PostgresServer } from '../../../stack/postgres';

export const repository = join(__dirname, '..', '..', '..');

/** A PostgreSQL of one test file's own, and folders that go with it. */
export async function startWorld() {
  const root = await mkdtemp(join(tmpdir(), 'aftercare-prisma-'));
  const server: PostgresServer = await startPostgres({
    dataDir: join(root, 'postgres'),
    log: () => undefined,
    durable: false,
  });
  return {
    adminUrl: server.url,
    newDatabase: () => createDatabase(server.url, `test_${randomUUID().replaceAll('-', '')}`),
    folder: (files: Record<string, string>) => writeFolder(join(root, randomUUID()), files),
    async stop(): Promise<void> {
      await server.stop();
      await rm(root, { recursive: true, force: true });
    },
  };
}

/** Writes files by their path under `folder`, and gives the folder. */
export async function writeFolder(folder: string, files: Record<string, string>): Promise<string> {
  await mkdir(folder, { recursive: true });
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

/** The rows of a query, each as an array. */
export async function rowsOf(url: string, text: string): Promise<unknown[][]> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<unknown[]>({ text, rowMode: 'array' });
    return rows;
  });
}

const header = `generator client {
  provider     = "prisma-client"
  output       = "../generated"
  moduleFormat = "cjs"
}

datasource db {
  provider = "postgresql"
  schemas  = ["public", "parts", "finance"]
}
`;

/** Schema files: the header in a file of its own beside the models, as the project's own are laid. */
export function schemaFiles(models: string): Record<string, string> {
  return { 'main.prisma': header, 'models.prisma': models };
}
