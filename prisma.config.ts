import { defineConfig, env } from 'prisma/config';

/** `generate`, `validate` and `format` need no database, and Prisma's `env` throws where a variable is missing. */
function databaseUrl(): { url?: string } {
  try {
    return { url: env('DATABASE_URL') };
  } catch (error) {
    if (error instanceof Error && error.name === 'PrismaConfigEnvError') return {};
    throw error;
  }
}

/** For Prisma's own commands (`npx prisma migrate deploy`, `npx prisma studio`); the product reads none of it. */
export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
  datasource: databaseUrl(),
});
