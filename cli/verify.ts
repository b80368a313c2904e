import { Client } from '@temporalio/client';
import { Command, CommanderError } from 'commander';
import { resolve } from 'node:path';
import { PROCESS_KINDS } from '../activities/processes';
import { readConfig, type Config } from '../platform/config';
import { closeDatabase, connectDatabase } from '../platform/database';
import { connectTemporal, dataConverter } from '../platform/temporal';
import { createFinanceClient } from '../systems/finance/client';
import { formatDifference } from '../verify/difference';
import { verify, type Verified } from '../verify/verify';
import { TemporalWorkflows } from '../verify/workflows';
import type { Terminal } from './clock';
import { installationAt } from './local';

const FINANCE_TIMEOUT_MS = 10_000;

/** Options of the command line. */
interface Wish {
  readonly json: boolean;
  readonly refresh: boolean;
  readonly restart: boolean;
  readonly processes: readonly string[];
}

/**
 * Runs the command; gives its exit code. Differences and the counts go to standard output, the last line being
 * `N processes, N differences`, of one `1 process`; whatever could not be compared is said on standard error.
 * @param settings as in the environment. @throws {ConfigError} and whatever keeps PostgreSQL from answering.
 */
export async function runVerify(
  settings: NodeJS.ProcessEnv,
  args: readonly string[],
  terminal: Terminal = process,
): Promise<number> {
  const wish = parseWish(args, terminal);
  if (typeof wish === 'number') return wish;
  const verified = await verifyAs(wish, readConfig(settings), terminal);
  for (const line of remarks(verified)) terminal.stderr.write(`${line}\n`);
  const { processes, differences } = verified;
  terminal.stdout.write(
    wish.json
      ? `${JSON.stringify(verified)}\n`
      : `${counted(processes, 'process', 'processes')}, ${counted(differences, 'difference', 'differences')}\n`,
  );
  if (differences > 0) return 1;
  return verified.unverified > 0 || verified.temporalAway !== undefined || verified.financeAway !== undefined
    ? 3
    : 0;
}

/** Gives the exit code where there is nothing to do: help was asked for, or the words make no sense. */
function parseWish(args: readonly string[], terminal: Terminal): Wish | number {
  const program = new Command('npm run verify --')
    .description(
      'Compares every process, or those named, with its events, its read model, its outbox, the ledger and, while Temporal has it, its workflow.\n' +
        'Exit code: 0 no difference, 1 differences, 2 it could not be done, 3 Temporal, its workers or finance were away for some of it.',
    )
    .argument('[processes...]', 'ids such as AS-2026-000001')
    .option('--json', 'a JSON object a line: each difference, then the counts', false)
    .option('--refresh', 'have workflows that are behind PostgreSQL catch up, then compare them again', false)
    .option(
      '--restart',
      'start the workflows of open processes that Temporal has lost, then compare them again',
      false,
    )
    .showHelpAfterError()
    .configureOutput({
      writeOut: (text) => terminal.stdout.write(text),
      writeErr: (text) => terminal.stderr.write(text),
    })
    .exitOverride();
  try {
    program.parse(args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
  return { ...program.opts<Omit<Wish, 'processes'>>(), processes: program.args };
}

async function verifyAs(wish: Wish, config: Config, terminal: Terminal): Promise<Verified> {
  const database = connectDatabase(config.DATABASE_URL);
  const connection = connectTemporal(config);
  const client = new Client({
    connection,
    namespace: config.TEMPORAL_NAMESPACE,
    dataConverter: dataConverter(config),
  });
  const books = createFinanceClient({
    baseUrl: config.AFTERCARE_FINANCE_URL,
    token: config.AFTERCARE_SYSTEMS_TOKEN,
    timeoutMs: FINANCE_TIMEOUT_MS,
  });
  const workflows = new TemporalWorkflows(client, config.AFTERCARE_COMMAND_DEADLINE_MS);
  try {
    return await verify(
      { database, kinds: PROCESS_KINDS, workflows, books, now: Date.now },
      {
        refresh: wish.refresh,
        restart: wish.restart,
        ...(wish.processes.length > 0 && { processes: wish.processes }),
        onDifference: (difference) =>
          terminal.stdout.write(`${wish.json ? JSON.stringify(difference) : formatDifference(difference)}\n`),
        onUnverified: (processId, reason) =>
          terminal.stderr.write(`${processId} not compared with its workflow: ${reason}\n`),
      },
    );
  } finally {
    await books.close();
    await closeDatabase(database);
    await connection.close();
  }
}

const counted = (n: number, one: string, several: string): string => `${n} ${n === 1 ? one : several}`;

function remarks({ gone, refreshed, unverified, temporalAway, financeAway }: Verified): string[] {
  return [
    ...(gone > 0
      ? [
          `${counted(gone, 'ended process has', 'ended processes have')} left Temporal: compared in PostgreSQL alone`,
        ]
      : []),
    ...(refreshed > 0
      ? [
          `${counted(refreshed, 'workflow was behind PostgreSQL, or lost, and has', 'workflows were behind PostgreSQL, or lost, and have')} caught up`,
        ]
      : []),
    ...(temporalAway === undefined
      ? []
      : [`Temporal is away (${temporalAway}): requests without a case were not looked for`]),
    ...(financeAway === undefined
      ? []
      : [`The finance system is away (${financeAway}): what cases posted was not compared with its ledger`]),
    ...(unverified > 0
      ? [`${counted(unverified, 'process', 'processes')} not compared with the workflow`]
      : []),
  ];
}

/** `npm run verify`, `aftercare verify`. */
export async function verifyHere(args: readonly string[]): Promise<void> {
  try {
    process.exitCode = await runVerify(await installationAt(resolve('.aftercare')), args);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  }
}

if (require.main === module) void verifyHere(process.argv.slice(2));
