import { Command } from 'commander';
import { resolve } from 'node:path';
import { StackError } from '../stack/errors';
import { ConfigError } from '../platform/config';
import { runApi } from './services/api';
import { runSystem } from './services/systems';
import { runWorker } from './services/worker';
import { printLink } from './link';
import { importCompany } from './import-company';
import { migrate } from './migrate';
import { start } from './start';
import { SampleFileError } from './sample/read-file';
import { verifyHere } from './verify';

const program = new Command('aftercare')
  .description('After-sales service: each service case is a durable process')
  .showHelpAfterError();

program
  .command('start')
  .description(
    'the whole system on this machine, with PostgreSQL and Temporal unless DATABASE_URL and TEMPORAL_ADDRESS name others',
  )
  .option('--data <folder>', 'where its data is kept', '.aftercare')
  .action(async ({ data }: { data: string }) => start(resolve(data)));
program.command('api').description('the HTTP service').action(runApi);
program.command('worker').description('the worker that runs the processes').action(runWorker);
program
  .command('parts')
  .description('the embedded parts system')
  .action(() => runSystem('parts'));
program
  .command('finance')
  .description('the embedded finance system')
  .action(() => runSystem('finance'));
program.command('migrate').description('bring the database to this version').action(migrate);
program
  .command('verify')
  .description('compare every process with its events, its read model and its workflow')
  .argument('[processes...]')
  .allowUnknownOption()
  .action(() => verifyHere(process.argv.slice(3)));
program
  .command('link')
  .description('a new link to a case, as its customer gets it by message')
  .argument('<case>', 'such as AS-2026-000001')
  .option(
    '--data <folder>',
    'of the local start, unless the environment names another database',
    '.aftercare',
  )
  .action(async (caseNumber: string, { data }: { data: string }) => printLink(caseNumber, resolve(data)));
program
  .command('import')
  .description(
    'load a company (organisation, staff, customers, units, parts, calendars, policies) from a folder of JSON files',
  )
  .argument('<folder>')
  .requiredOption('--password <text>', 'first password of every member of staff that is new')
  .action(async (folder: string, options: { password: string }) =>
    importCompany(resolve(folder), options.password),
  );

/** Faults that are the operator's to mend are told in a sentence; anything else with its stack. */
const isExpected = (error: unknown): error is Error =>
  error instanceof ConfigError || error instanceof StackError || error instanceof SampleFileError;

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(
    `${isExpected(error) ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exit(1);
});
