/** Where the servers are that the suite's global set-up has started; the one place of the tests that reads the environment. */
export interface TestServers {
  /** PostgreSQL, as superuser. */
  readonly databaseUrl: string;
  readonly temporalAddress: string;
}

/** Databases that tests get copies of: migrated and empty, or with the sample company in its registers. */
export const TEMPLATES = { empty: 'aftercare_template', company: 'aftercare_template_company' } as const;
export type Template = keyof typeof TEMPLATES;

export function publishTestServers(servers: TestServers): void {
  process.env.AFTERCARE_TEST_SERVERS = JSON.stringify(servers);
}

const isTestServers = (value: unknown): value is TestServers =>
  typeof value === 'object' && value !== null && 'databaseUrl' in value && 'temporalAddress' in value;

export function testServers(): TestServers {
  const published = process.env.AFTERCARE_TEST_SERVERS;
  if (published === undefined)
    throw new Error(
      'The test servers are not up: this test belongs to a jest project with the global set-up',
    );
  const servers: unknown = JSON.parse(published);
  if (!isTestServers(servers)) throw new Error('The global set-up published something else than its servers');
  return servers;
}

/** The environment for processes that a test starts. */
export const environmentWith = (variables: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({
  ...process.env,
  ...variables,
});
