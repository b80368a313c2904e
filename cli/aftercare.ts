import { Command, InvalidArgumentError } from 'commander';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { StackError } from '../stack/errors';
import { ConfigError } from '../platform/config';
import type * as ImportCompany from './import-company';
import type * as Link from './link';
import type * as Migrate from './migrate';
import type * as Api from './services/api';
import type * as Systems from './services/systems';
import type * as Worker from './services/worker';
import type * as Seed from './seed/seed';
import type * as Start from './start';
import type * as Verify from './verify';
import { SeedError } from './seed/cast';
import { SampleFileError } from './sample/read-file';

/** Each command loads what it runs and no more: all of it together costs seconds of a processor at every start of every service. */
const from = createRequire(__filename);
/* eslint-disable @typescript-eslint/no-unsafe-return -- what is required has the type that is imported beside it */
const load = {
  start: (): typeof Start => from('./start'),
  api: (): typeof Api => from('./services/api'),
  worker: (): typeof Worker => from('./services/worker'),
  systems: (): typeof Systems => from('./services/systems'),
  migrate: (): typeof Migrate => from('./migrate'),
  verify: (): typeof Verify => from('./verify'),
  link: (): typeof Link => from('./link'),
  seed: (): typeof Seed => from('./seed/seed'),
  importCompany: (): typeof ImportCompany => from('./import-company'),
};
/* eslint-enable @typescript-eslint/no-unsafe-return */

const program = new Command('aftercare')
  .description('After-sales service: each service case is a durable process')
  .showHelpAfterError();

program
  .command('start')
  .description(
    'the whole system on this machine, with PostgreSQL and Temporal unless DATABASE_URL and TEMPORAL_ADDRESS name others',
  )
  .option('--data <folder>', 'where its data is kept', '.aftercare')
  .action(({ data }: { data: string }) => load.start().start(resolve(data)));
program
  .command('api')
  .description('the HTTP service')
  .action(() => load.api().runApi());
program
  .command('worker')
  .description('the worker that runs the processes')
  .action(() => load.worker().runWorker());
program
  .command('parts')
  .description('the embedded parts system')
  .action(() => load.systems().runSystem('parts'));
program
  .command('finance')
  .description('the embedded finance system')
  .action(() => load.systems().runSystem('finance'));
program
  .command('migrate')
  .description('bring the database to this version')
  .action(() => load.migrate().migrate());
program
  .command('verify')
  .description('compare every process with its events, its read model and its workflow')
  .argument('[processes...]')
  .allowUnknownOption()
  .action(() => load.verify().verifyHere(process.argv.slice(3)));
program
  .command('link')
  .description('a new link to a case, as its customer gets it by message')
  .argument('<case>', 'such as AS-2026-000001')
  .option(
    '--data <folder>',
    'of the local start, unless the environment names another database',
    '.aftercare',
  )
  .action((caseNumber: string, { data }: { data: string }) =>
    load.link().printLink(caseNumber, resolve(data)),
  );
program
  .command('import')
  .description(
    'load a company (organisation, staff, customers, units, parts, calendars, policies) from a folder of JSON files',
  )
  .argument('<folder>')
  .requiredOption('--password <text>', 'first password of every member of staff that is new')
  .action((folder: string, options: { password: string }) =>
    load.importCompany().importCompany(resolve(folder), options.password),
  );
program
  .command('seed')
  .description(
    'fill the register with cases of the past, for benchmarks and trials: never one that is in use',
  )
  .requiredOption('--cases <number>', 'how many', wholeNumber)
  .option('--months <number>', 'over how long before now', wholeNumber, 24)
  .option('--seed <number>', 'another makes another register', wholeNumber, 1)
  .action((seeding: Seed.Seeding) => load.seed().runSeed(seeding));

function wholeNumber(text: string): number {
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('A whole number from 1 to 9,999,999 is expected.');
}

/** Faults that the operator can correct print one sentence; every other error prints its stack. */
const isExpected = (error: unknown): error is Error =>
  error instanceof ConfigError ||
  error instanceof StackError ||
  error instanceof SampleFileError ||
  error instanceof SeedError;

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(
    `${isExpected(error) ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exit(1);
});
