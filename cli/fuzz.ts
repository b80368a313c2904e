import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { cacheDirectory, inheritedEnvironment } from '../platform/config';
import { anyFreePort } from '../stack/ports';
import { countsOf, UNFORGIVEN, type Counts } from './fuzz/counts';
import { SAMPLE_PASSWORD } from './sample/sample-day';

const ROOT = resolve(__dirname, '..');
const FUZZ = join(ROOT, 'cli', 'fuzz');
const SCHEMATHESIS = '4.32.5';
/** A clerk of headquarters sees as much as the manager, and may do less. */
const CALLERS = { clerk: 'he.yutong', 'HQ manager': 'zhou.huaijin' } as const;
/** It never ends, so that nothing comes back whole. */
const ENDLESS = ['/v1/events'];
/** Ends the token that everything else is asked with: asked by itself, with another. */
const LOGOUT = '/v1/logout';
const LOGOUT_SECONDS = '5';
/** Failures printed per check; the report above has all of them. */
const SHOWN = 20;
const write = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * `npm run fuzz`: Schemathesis over the whole OpenAPI document, as a clerk and as a manager of headquarters, on a system of its own with the
 * sample company. Exit code 1 where an answer was a fault of the server's, or of a status that the document does not declare.
 */
async function fuzz(): Promise<void> {
  const { values } = parseArgs({
    options: { seconds: { type: 'string', default: '180' }, seed: { type: 'string' } },
  });
  const folder = mkdtempSync(join(tmpdir(), 'aftercare-fuzz-'));
  const tool = await schemathesis();
  let system: System | undefined;
  try {
    system = await startSystem(join(folder, 'data'));
    const { url } = system;
    let faults = 0;
    // All before anything is asked: calls of the login by the hundred close it for a while.
    const callers = await Promise.all(
      Object.entries(CALLERS).map(async ([name, login]) => ({
        ...{ name, login, token: await tokenOf(url, login) },
        tokenToEnd: await tokenOf(url, login),
      })),
    );
    for (const { name, login, token: kept, tokenToEnd } of callers) {
      const ask = async (seconds: string, token: string, paths: readonly string[]): Promise<string> => {
        const report = join(folder, `${login}.${seconds}.ndjson`);
        await run(tool, argumentsOf({ url, token, report, seconds, seed: values.seed }, paths), {
          SCHEMATHESIS_HOOKS: 'hooks',
          PYTHONPATH: FUZZ,
        });
        return readFileSync(report, 'utf8');
      };
      const paths = [...ENDLESS, LOGOUT].flatMap((path) => ['--exclude-path', path]);
      const all = await ask(values.seconds, kept, paths);
      const counts = countsOf(`${all}\n${await ask(LOGOUT_SECONDS, tokenToEnd, ['--include-path', LOGOUT])}`);
      print(name, counts);
      faults += UNFORGIVEN.reduce((sum, check) => sum + (counts.failures.get(check)?.length ?? 0), 0);
    }
    process.exitCode = faults === 0 ? 0 : 1;
  } finally {
    await system?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Asked {
  readonly url: string;
  readonly token: string;
  readonly report: string;
  readonly seconds: string;
  readonly seed: string | undefined;
}

const argumentsOf = ({ url, token, report, seconds, seed }: Asked, paths: readonly string[]): string[] => [
  ...['--config-file', join(FUZZ, 'schemathesis.toml')],
  ...['run', `${url}/docs/json`, '--url', url, '--header', `Authorization: Bearer ${token}`, ...paths],
  ...['--checks', 'all', '--max-time', seconds, '--max-examples', '1000', '--continue-on-failure'],
  ...['--request-timeout', '60', '--no-shrink', '--suppress-health-check', 'all', '--warnings', 'off'],
  ...['--generation-database', 'none', '--no-color', '--report', 'ndjson', '--report-ndjson-path', report],
  ...(seed === undefined ? [] : ['--seed', seed]),
];

function print(name: string, { calls, statuses, failures }: Counts): void {
  const counts = [...statuses]
    .sort(([left], [right]) => left - right)
    .map(([status, n]) => `${status}: ${n}`);
  write(`\n${name}: ${calls} calls (${counts.join(', ')})`);
  for (const [check, seen] of failures) {
    write(`  ${check}: ${seen.length}`);
    for (const one of [...new Set(seen)].slice(0, SHOWN)) write(`    ${one}`);
  }
  for (const check of UNFORGIVEN) if (!failures.has(check)) write(`  ${check}: 0`);
}

/** The tool, in an environment of its own beside the servers that Aftercare fetches. */
async function schemathesis(): Promise<string> {
  const home = join(cacheDirectory(), `schemathesis-${SCHEMATHESIS}`);
  const tool = join(home, 'bin', 'schemathesis');
  if (existsSync(tool)) return tool;
  write(`Fetching Schemathesis ${SCHEMATHESIS}`);
  await run('python3', ['-m', 'venv', home]);
  await run(join(home, 'bin', 'pip'), ['install', '--quiet', `schemathesis==${SCHEMATHESIS}`]);
  return tool;
}

/** Schemathesis ends with 1 where any check failed: which of them matter is judged here. */
async function run(command: string, args: readonly string[], more: NodeJS.ProcessEnv = {}): Promise<void> {
  // It keeps what fails in the folder that it is started in.
  const child = spawn(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    cwd: tmpdir(),
    env: { ...inheritedEnvironment(), ...more },
  });
  const code = await ended(child);
  if (code !== 0 && code !== 1) throw new Error(`${command} ${args[0] ?? ''} ended with ${String(code)}`);
}

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((done, fail) => {
    child.once('error', fail);
    child.once('exit', done);
  });

interface System {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** The whole system with the sample company and its requests, on free ports. */
async function startSystem(dataDir: string): Promise<System> {
  const names = ['AFTERCARE_PORT', 'AFTERCARE_PARTS_PORT', 'AFTERCARE_FINANCE_PORT', 'AFTERCARE_WORKER_PORT'];
  const ports: Record<string, string> = {};
  for (const name of names) ports[name] = String(await anyFreePort());
  const args = [join(ROOT, 'bin', 'aftercare.cjs'), 'start', '--data', dataDir];
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...inheritedEnvironment(), ...ports },
  });
  const exit = ended(child);
  await Promise.race([
    isReady(child),
    exit.then((code) =>
      Promise.reject(new Error(`The system ended with ${String(code)} before it was ready`)),
    ),
  ]);
  return {
    url: `http://127.0.0.1:${ports['AFTERCARE_PORT'] ?? ''}`,
    stop: async () => {
      child.kill('SIGINT');
      await Promise.race([exit, sleep(60_000).then(() => child.kill('SIGKILL'))]);
    },
  };
}

const isReady = (child: ChildProcess): Promise<void> =>
  new Promise((ready) => {
    if (!child.stdout) return;
    createInterface({ input: child.stdout }).on('line', (line) => {
      write(line);
      if (line.startsWith('Aftercare is ready')) ready();
    });
  });

async function tokenOf(url: string, login: string): Promise<string> {
  const response = await fetch(`${url}/v1/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password: SAMPLE_PASSWORD }),
  });
  if (!response.ok) throw new Error(`${login} could not log in: ${response.status}`);
  const answer: unknown = await response.json();
  if (typeof answer !== 'object' || answer === null || !('token' in answer)) throw new Error('No token');
  return String(answer.token);
}

void fuzz();
