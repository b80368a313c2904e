import { expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
const bench = (...args: readonly string[]) =>
  run(process.execPath, ['--require', 'tsx/cjs', 'bench/run.ts', ...args]);

const perProcess = (...names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, expect.any(Number)]));
const aRound = (system: string, processes: readonly string[]) => ({
  system,
  at: 1,
  round: 1,
  cases: 1,
  elapsedMs: expect.any(Number),
  casesPerSecond: expect.any(Number),
  commandP50Ms: expect.any(Number),
  commandP99Ms: expect.any(Number),
  cpuSecondsPerCase: perProcess(...processes),
  historyPerCase: expect.any(Number),
  transactionsPerCase: expect.any(Number),
  errors: [],
});

it('npm run bench without a name lists the benchmarks', async () => {
  const { stdout } = await bench();
  expect(stdout).toMatch(/^ {2}lifecycle /m);
  expect(stdout).toMatch(/^ {2}read /m);
});

it('npm run bench -- lifecycle plays whole repairs on all three systems, and ends with both ratios', async () => {
  const { stdout } = await bench('lifecycle', '--cases', '1', '--rounds', '1', '--at', '1');
  const lines = stdout.trimEnd().split('\n');
  expect(lines.at(-2)).toMatch(/^lifecycle: aftercare\/floor \d+\.\d\d \(to reach 0\.80\) at 1 at a time$/);
  expect(lines.at(-1)).toMatch(/^lifecycle: aftercare\/dbos \d+\.\d\d \(to reach 1\.00\) at 1 at a time$/);
  const file = /^Written to (.+)$/.exec(lines.at(-3) ?? '')?.[1] ?? '';
  const { rounds } = JSON.parse(await readFile(file, 'utf8'));
  await rm(file);
  const servers = ['postgres', 'temporal'];
  expect(rounds).toEqual([
    aRound('aftercare', ['api', 'worker', 'parts', 'finance', ...servers]),
    aRound('floor', ['worker', ...servers]),
    aRound('dbos', ['app', 'parts', 'finance', 'postgres']),
  ]);
  // The request and nine commands, each an update of at least three events; none of it can have been left out.
  for (const { system, historyPerCase } of rounds)
    expect({ system, isWhole: historyPerCase > 30 }).toEqual({ system, isWhole: true });
}, 300_000);

it('npm run bench -- read asks everything of a register, and ends with its goals', async () => {
  const { stdout } = await bench('read', '--cases', '60', '--times', '1');
  const lines = stdout.trimEnd().split('\n');
  expect(lines.at(-1)).toBe('read: questions that were refused: 0 (to reach at most 0)');
  expect(lines.at(-5)).toMatch(/^read: slowest read \(.+\) \d+ ms \(to reach at most 50\)$/);
  const file = /^Written to (.+)$/m.exec(stdout)?.[1] ?? '';
  const { cases, asked } = JSON.parse(await readFile(file, 'utf8'));
  await rm(file);
  expect(cases).toBe(60);
  for (const { name, status } of asked) expect({ name, status }).toEqual({ name, status: 200 });
}, 300_000);
