import { connectDatabase } from '../../platform/database';
import { testServers } from './config';

/** Takes a database away: connections are broken off and no new ones let in. Gives what brings it back. */
export async function takeAway(databaseUrl: string): Promise<() => Promise<void>> {
  const name = new URL(databaseUrl).pathname.slice(1);
  const allow = async (allowed: boolean): Promise<void> => {
    const server = connectDatabase(testServers().databaseUrl, 1);
    // The name is one that the test database was made under: hexadecimal digits.
    await server.$executeRawUnsafe(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS ${String(allowed)}`);
    if (!allowed)
      await server.$queryRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = ${name}`;
    await server.$disconnect();
  };
  await allow(false);
  return () => allow(true);
}
