import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runVerify } from '../../../cli/verify';
import { connectDatabase, type Database } from '../../../platform/database';
import { formatDifference } from '../../../verify/difference';
import { answeredCase, closedCase } from '../../support/case-stories';
import { testDatabase } from '../../support/database';
import { seedCompany } from '../../support/policies';
import { testSettings } from '../../support/settings';
import { startSystems, type Systems } from '../../support/systems';
import { tamper, verifying } from './verifying';

const MINUTE_MS = 60_000;

let database: Database;
let created: Awaited<ReturnType<typeof testDatabase>>;
let systems: Systems;

beforeAll(async () => {
  created = await testDatabase();
  database = connectDatabase(created.url);
  await seedCompany(database);
  systems = await startSystems(database);
});

afterAll(async () => {
  await systems.close();
  await database.$disconnect();
  await created.drop();
});

describe('rows of no process', () => {
  const TABLES = ['process_command', 'process_clock', 'service_case', 'task', 'notification'];
  const id = 'AS-STRAY';

  it('are found in every table that belongs to processes', async () => {
    await answeredCase(database, id);
    await tamper(database, 'DELETE FROM process WHERE id = $1', id);
    const { found, counts } = await verifying(database);
    expect(found.map(formatDifference)).toEqual([
      'AS-STRAY seq 0 field process: expected "a row", actual "none, but 4 of process_event"',
      'AS-STRAY seq 0 field process_command: expected "none", actual "2 rows"',
      'AS-STRAY seq 0 field process_clock: expected "none", actual "2 rows"',
      'AS-STRAY seq 0 field task: expected "none", actual "a row"',
      'AS-STRAY seq 0 field notification: expected "none", actual "3 rows"',
      'AS-STRAY seq 0 field service_case: expected "none", actual "a row"',
    ]);
    expect(counts.processes).toBe(0);
    for (const table of ['process_event', ...TABLES])
      await tamper(database, `DELETE FROM ${table} WHERE process_id = $1`, id);
    expect((await verifying(database)).found).toEqual([]);
  });
});

describe('accepted starts', () => {
  const given = async (caseNumber: string, minutesAgo: number, startedAt: Date | null): Promise<string> => {
    const registeredAt = new Date(Date.now() - minutesAgo * MINUTE_MS);
    await database.processStart.create({
      data: { processId: caseNumber, type: 'serviceCase', start: {}, registeredAt, startedAt },
    });
    return caseNumber;
  };

  it('whose process has not been started in time are found', async () => {
    const late = await given('AS-LATE', 6, null);
    const { found } = await verifying(database, { processes: [late] });
    expect(found.map(formatDifference)).toEqual([
      `${late} seq 0 field process: expected "a row", actual "none"`,
      `${late} seq 0 field start[serviceCase].startedAt: expected "an instant", actual null`,
    ]);
  });

  it('that count as started and have no process are found', async () => {
    const lost = await given('AS-LOST', 6, new Date());
    const { found } = await verifying(database);
    expect(found.map(formatDifference)).toContain(
      `${lost} seq 0 field process: expected "a row", actual "none, but its start is on record"`,
    );
  });

  it('that have just come in, or whose process runs, are as they should be', async () => {
    const young = await given('AS-YOUNG', 1, null);
    const running = await given('AS-RUNNING', 6, new Date());
    await answeredCase(database, running);
    const { found } = await verifying(database);
    expect(found.filter(({ processId }) => processId === young || processId === running)).toEqual([]);
    await database.processStart.deleteMany();
  });
});

describe('npm run verify', () => {
  const run = async (args: readonly string[], settings: Readonly<Record<string, string>> = {}) => {
    const [out, err]: [string[], string[]] = [[], []];
    const terminal = {
      stdout: { write: (text: string) => out.push(text) },
      stderr: { write: (text: string) => err.push(text) },
    };
    const code = await runVerify(
      testSettings(created.url, { AFTERCARE_FINANCE_URL: systems.financeUrl, ...settings }),
      args,
      terminal,
    );
    return { code, out: out.join(''), err: err.join('') };
  };

  it('says that there is no difference, and what Temporal keeps no longer', async () => {
    const { id } = await closedCase(database, 'AS-CLOSED');
    expect(await run([id])).toEqual({
      code: 0,
      out: '1 process, 0 differences\n',
      err: '1 ended process has left Temporal: compared in PostgreSQL alone\n',
    });
  });

  it('names each difference, a process that does not run included', async () => {
    const { id } = await answeredCase(database, 'AS-LONELY');
    await tamper(database, `UPDATE service_case SET stage = 'closed' WHERE process_id = $1`, id);
    expect(await run([id])).toEqual({
      code: 1,
      out: [
        'AS-LONELY seq 4 field service_case.stage: expected "answered", actual "closed"',
        'AS-LONELY seq 4 field workflow: expected "running", actual "none"',
        '1 process, 2 differences\n',
      ].join('\n'),
      err: '',
    });
  });

  it('says it in JSON', async () => {
    const { code, out } = await run(['--json', 'AS-LONELY']);
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(code).toBe(1);
    expect(lines[1]).toEqual({
      processId: 'AS-LONELY',
      seq: 4,
      field: 'workflow',
      expected: 'running',
      actual: 'none',
    });
    expect(lines.at(-1)).toMatchObject({ processes: 1, differences: 2, unverified: 0, gone: 0 });
  });

  it('says plainly that Temporal is away', async () => {
    const { id } = await answeredCase(database, 'AS-ALONE');
    const { code, out, err } = await run([id], { TEMPORAL_ADDRESS: '127.0.0.1:1' });
    expect(code).toBe(3);
    expect(out).toBe('1 process, 0 differences\n');
    expect(err).toMatch(
      /^Temporal is away \(.+\): requests without a case were not looked for\n1 process not compared with the workflow\n$/,
    );
  });

  it('says plainly that finance is away', async () => {
    const { code, err } = await run(['AS-CLOSED'], { AFTERCARE_FINANCE_URL: 'http://127.0.0.1:1' });
    expect(code).toBe(3);
    expect(err).toMatch(/^The finance system is away \(.+\): what cases posted was not compared/m);
  });

  it('says plainly that the namespace is not there', async () => {
    const { code, err } = await run(['AS-ALONE'], { TEMPORAL_NAMESPACE: 'no-such-namespace' });
    expect(code).toBe(3);
    expect(err).toMatch(/^Temporal is away \(.*no-such-namespace.*\)/);
  });

  it('refuses an option that it does not know', async () => {
    const { code, out, err } = await run(['--repair']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/--repair[^]*Usage: npm run verify/);
  });
});
