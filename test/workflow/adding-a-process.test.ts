import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { guideSteps, type Step } from '../support/guide';

const ROOT = join(__dirname, '..', '..');
const SOURCES = ['activities', 'api', 'cli', 'documents', 'domain', 'platform', 'prisma', 'samples', 'stack'];
const MORE = ['systems', 'test', 'verify', 'worker', 'workflows', 'package.json', 'tsconfig.json'];
const COMPILED = /^(?:domain|workflows|test\/unit)\/.*\.ts$/u;

describe('docs/adding-a-process.md', () => {
  const steps = guideSteps(readFileSync(join(ROOT, 'docs/adding-a-process.md'), 'utf8'));
  const edited = steps.filter(({ kind }) => kind === 'edit');
  const added = steps.filter(({ kind }) => kind === 'file');
  let copy: string;

  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'aftercare-guide-'));
    for (const name of [...SOURCES, ...MORE]) cpSync(join(ROOT, name), join(copy, name), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
    for (const step of steps) apply(step);
    // Where the database and the worker come in, compiling is dear; those files run below.
    const files = [...new Set(steps.map(({ path }) => path))].filter((path) => COMPILED.test(path));
    writeFileSync(
      join(copy, 'tsconfig.guide.json'),
      JSON.stringify({ extends: './tsconfig.json', include: [], files }),
    );
    writeFileSync(
      join(copy, 'jest.guide.cjs'),
      `const { projects: [unit], testTimeout } = require(${JSON.stringify(join(ROOT, 'jest.config.cjs'))});
const at = (path) => path.replace('<rootDir>', ${JSON.stringify(ROOT)});
module.exports = { ...unit, testTimeout, testEnvironment: at(unit.testEnvironment), runtime: at(unit.runtime), rootDir: __dirname,
  testMatch: ['<rootDir>/test/**/loan.test.ts', '<rootDir>/test/unit/samples/policies.test.ts'] };`,
    );
  });
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  function apply({ kind, path, before, after }: Step): void {
    const file = join(copy, path);
    mkdirSync(dirname(file), { recursive: true });
    const text = kind === 'file' ? '' : readFileSync(file, 'utf8');
    if (!text.includes(before)) throw new Error(`${path} does not hold what the page changes:\n${before}`);
    writeFileSync(
      file,
      text.replace(before, () => after),
    );
  }

  /** Not waited for in one piece: the servers that it needs write their logs to this process. */
  const run = (...command: readonly string[]) =>
    new Promise<{ readonly failed: boolean; readonly text: string }>((resolve) => {
      execFile(process.execPath, command, { cwd: copy }, (error, stdout, stderr) => {
        resolve({ failed: error !== null, text: `${stdout}${stderr}` });
      });
    });

  it('adds a folder, its tests, a policy and three lines', () => {
    expect(new Set(added.map(({ path }) => dirname(path)))).toEqual(
      new Set(['domain/loan', 'test/unit/domain', 'test/workflow']),
    );
    expect([...new Set(edited.map(({ path }) => path))]).toEqual([
      'domain/processes.ts',
      'workflows/index.ts',
      'activities/processes.ts',
      'samples/company/policies.json',
    ]);
  });

  it('compiles', async () => {
    const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
    expect(await run(tsc, '-p', 'tsconfig.guide.json', '--noEmit')).toEqual({ failed: false, text: '' });
  }, 300_000);

  it('makes a process that decides, is started by the sweeper, runs, and is on record', async () => {
    const jest = join(ROOT, 'node_modules/jest/bin/jest.js');
    const { failed, text } = await run(jest, '--config', 'jest.guide.cjs', '--maxWorkers=1', '--forceExit');
    expect(text).toContain('Test Suites: 3 passed, 3 total');
    expect(failed).toBe(false);
  }, 300_000);
});
