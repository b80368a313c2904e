import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { schemaDrift } from '../../../prisma/tools/drift';
import { applyMigrations } from '../../../prisma/tools/migrate';
import { newMigration } from '../../../prisma/tools/new-migration';
import { rowsOf, schemaFiles, startWorld } from './given';

let world: Awaited<ReturnType<typeof startWorld>>;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const stock = `model Stock {
  id       BigInt @id @default(autoincrement())
  quantity Int

  @@map("stock")
  @@schema("parts")
}

model Claim {
  id      BigInt @id @default(autoincrement())
  cents   Int
  stockId BigInt @map("stock_id")

  @@map("claim")
  @@schema("finance")
}
`;

async function folders(models: string) {
  return {
    adminUrl: world.adminUrl,
    schemaDirectory: await world.folder(schemaFiles(models)),
    migrationsDirectory: await world.folder({}),
  };
}

describe('a new migration', () => {
  it('holds what the schema has and the migrations have not, laid as prisma migrate lays it', async () => {
    const project = await folders(stock);

    const path = await newMigration({ ...project, name: 'Stock & claims' });

    expect(relative(project.migrationsDirectory, path ?? '')).toMatch(
      /^\d{14}_stock_claims[\\/]migration\.sql$/,
    );
    expect(await readFile(path ?? '', 'utf8')).toContain('CREATE TABLE "parts"."stock"');
    expect(await readFile(join(project.migrationsDirectory, 'migration_lock.toml'), 'utf8')).toContain(
      'provider = "postgresql"',
    );
  });

  it('brings an empty database to the schema, so that nothing drifts', async () => {
    const project = await folders(stock);
    await newMigration({ ...project, name: 'stock' });
    const databaseUrl = await world.newDatabase();

    await applyMigrations({ databaseUrl, directory: project.migrationsDirectory, log: () => undefined });

    expect(await rowsOf(databaseUrl, 'SELECT quantity FROM parts.stock, finance.claim')).toEqual([]);
    expect(await schemaDrift(project)).toBe('');
  });

  it('is not written when there is no difference', async () => {
    const project = await folders(stock);
    await newMigration({ ...project, name: 'stock' });

    expect(await newMigration({ ...project, name: 'again' })).toBeUndefined();
  });

  it('is refused a name that leaves nothing for the folder', async () => {
    const project = await folders(stock);

    await expect(newMigration({ ...project, name: '--' })).rejects.toThrow('No letter or digit');
  });
});

describe('schema files that do not parse', () => {
  it('are refused with the place of the mistake', async () => {
    const project = await folders(stock.replace('Int\n', 'Integer\n'));

    await expect(newMigration({ ...project, name: 'stock' })).rejects.toThrow(
      /"Integer" is neither a built-in type/,
    );
  });
});
