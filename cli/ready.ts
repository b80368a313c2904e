import Table from 'cli-table3';
import { join } from 'node:path';
import { STAGE_NAMES, STAGES } from '../domain/case/terms';
import type { Database } from '../platform/database';
import type { Ports, Servers } from './servers';

export interface Ready {
  readonly database: Database;
  readonly apiUrl: string;
  readonly servers: Servers;
  readonly ports: Ports;
  readonly dataDir: string;
  /** The sample staff's, where the sample company is loaded. */
  readonly password: string | undefined;
  readonly write: (line: string) => void;
}

const ROWS = 50;

/** Says that all is up, what cases there are, and where everything is. */
export async function printReady({
  database,
  apiUrl,
  servers,
  ports,
  dataDir,
  password,
  write,
}: Ready): Promise<void> {
  write(await caseTable(database));
  write('');
  write(`Aftercare is ready: ${apiUrl}`);
  const addresses: [string, string][] = [
    ['Console, in a browser', `${apiUrl}/`],
    ['Request form of customers', `${apiUrl}/c/request`],
    ['API, with its documentation', `${apiUrl}/docs`],
    ["Temporal's web UI", servers.temporalUiUrl ?? `(as given: ${servers.temporalAddress})`],
    ['Parts system', `http://127.0.0.1:${ports.parts}/docs/openapi.json`],
    ['Finance system', `http://127.0.0.1:${ports.finance}/docs/openapi.json`],
    ['Health and metrics', `${apiUrl}/readyz  ${apiUrl}/metrics  http://127.0.0.1:${ports.worker}/metrics`],
    ['Logs', join(dataDir, 'logs')],
  ];
  for (const [what, where] of addresses) write(`  ${what.padEnd(28)} ${where}`);
  if (password !== undefined) {
    const manager = await database.staff.findFirst({
      where: { roles: { has: 'hq-service-manager' } },
      orderBy: { id: 'asc' },
    });
    write(
      `  ${'Log in as'.padEnd(28)} ${manager?.login ?? '(nobody)'} with the password "${password}" (as may everybody in samples/company/staff.json)`,
    );
  }
  write('Ctrl-C stops everything; the next start goes on with the same cases.');
}

async function caseTable(database: Database): Promise<string> {
  const cases = await database.serviceCase.findMany({ orderBy: { number: 'asc' }, take: ROWS });
  const total = await database.serviceCase.count();
  const staff = new Map(
    (await database.staff.findMany({ select: { id: true, nameZh: true } })).map(({ id, nameZh }) => [
      id,
      nameZh,
    ]),
  );
  const table = new Table({
    head: ['Number', 'Type', 'Stage', 'Next deadline', 'Who has it'],
    style: { head: [], border: [] },
  });
  for (const row of cases) {
    const stage = STAGES.find((name) => name === row.stage);
    const holder = row.ownerStaffId === null ? row.ownerRole : staff.get(row.ownerStaffId);
    table.push([
      row.number,
      row.requestType ?? '-',
      `${row.stage} ${stage ? STAGE_NAMES[stage].zh : ''}${row.paused ? ' (paused 已暂停)' : ''}`,
      row.nextDeadlineAt === null
        ? '-'
        : `${row.nextDeadlineAt.toISOString().slice(0, 16)}Z ${row.nextDeadline ?? ''}${row.breached ? ' !' : ''}`,
      holder === undefined || holder === null ? '-' : `${holder} · ${row.ownerOrgId ?? ''}`,
    ]);
  }
  return total > cases.length ? `${table.toString()}\n… and ${total - cases.length} more` : table.toString();
}
