import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { schemaDrift } from '../prisma/tools/drift';
import { startPostgres } from '../stack/postgres';
import { EVENT_SCHEMAS, eventSchemas, eventSchemasDrift } from './event-schemas/generate';
import { openApiDocument } from './openapi';
import { openApiFaults } from './openapi-faults';
import { sizeFaults } from './sizes';
import { requirementsFaults } from './requirements/check';

const ROOT = resolve(__dirname, '..');
const OPENAPI = join(ROOT, 'openapi.json');
const npx = (...args: string[]) => ['npx', ['--no-install', ...args]] as const;

/** The checks that need no tests. Each prints one line, followed by the output of a failure. */
const CHECKS: readonly (readonly [string, () => Promise<string>])[] = [
  ['types', () => run(...npx('tsc', '-p', 'tsconfig.json'))],
  ['types of the console', () => run(...npx('tsc', '-p', 'web/tsconfig.json', '--noEmit'))],
  ['types of the customer pages', () => run(...npx('tsc', '-p', 'web/customer/tsconfig.json', '--noEmit'))],
  ['lint', () => run(...npx('eslint', '.', '--max-warnings', '0'))],
  ['format', () => run(...npx('prettier', '--check', '--log-level', 'warn', '.'))],
  [
    'fences',
    () => run(...npx('depcruise', '--config', '.dependency-cruiser.cjs', '--output-type', 'err', ...FOLDERS)),
  ],
  ['requirements', async () => (await requirementsFaults(ROOT)).join('\n')],
  ['event schemas drift', eventSchemasDrift],
  ['sizes of first loads', pageSizes],
  ['openapi drift', openApiDrift],
  ['openapi validity', async () => openApiFaults(await readFile(OPENAPI, 'utf8'))],
  ['schema drift', migrationDrift],
  [
    'replay of recorded histories',
    () => run(process.execPath, ['--require', 'tsx/cjs', 'test/histories/replay.ts']),
  ],
];

const FOLDERS = [
  'bench',
  'activities',
  'api',
  'cli',
  'documents',
  'domain',
  'platform',
  'stack',
  'systems',
  'verify',
  'worker',
  'workflows',
  'test',
];

async function check(): Promise<number> {
  let failed = 0;
  for (const [name, verdict] of CHECKS) {
    const startedAt = Date.now();
    const fault = await verdict();
    const seconds = Math.round((Date.now() - startedAt) / 1000);
    process.stdout.write(
      `${fault === '' ? 'ok    ' : 'FAILED'} ${name} (${seconds}s)\n${fault === '' ? '' : `${fault}\n`}`,
    );
    if (fault !== '') failed += 1;
  }
  return failed;
}

/** '' where the command ends well, else what it printed. */
function run(command: string, args: readonly string[]): Promise<string> {
  return new Promise((done, fail) => {
    let output = '';
    const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', fail);
    child.once('close', (code) =>
      done(code === 0 ? '' : output.trim() || `${command} ended with ${code ?? 'a signal'}`),
    );
  });
}

/** Builds the pages where their sources have changed, then measures them. */
async function pageSizes(): Promise<string> {
  const fault = await run(process.execPath, ['web/build.mjs']);
  return fault === '' ? (await sizeFaults(ROOT)).join('\n') : fault;
}

async function openApiDrift(): Promise<string> {
  const kept = await readFile(OPENAPI, 'utf8').catch(() => '');
  return kept === (await openApiDocument())
    ? ''
    : 'openapi.json is not what the routes say: run npm run openapi and read the difference';
}

async function migrationDrift(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'aftercare-check-'));
  const postgres = await startPostgres({ dataDir, log: () => undefined, durable: false });
  try {
    const sql = await schemaDrift({ adminUrl: postgres.url });
    return sql === '' ? '' : `The migrations do not make the schema; missing:\n${sql}`;
  } finally {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Writes what is generated from the code: one file, of two that depend on each other, for each run. */
async function update(): Promise<number> {
  if (process.argv.includes('--update-events')) await writeFile(EVENT_SCHEMAS, await eventSchemas());
  else await writeFile(OPENAPI, await openApiDocument());
  return 0;
}

void (process.argv.some((argument) => argument.startsWith('--update-')) ? update() : check()).then(
  (failed) => process.exit(failed === 0 ? 0 : 1),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  },
);
