import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from '@jest/globals';
import { openApiFaults } from '../../cli/openapi-faults';

const ROOT = resolve(__dirname, '..', '..');
const DOCUMENT = join(ROOT, 'openapi.json');
const run = promisify(execFile);
const node = (file: string, ...args: string[]) =>
  run(process.execPath, [join(ROOT, 'node_modules', file), ...args], { cwd: ROOT, maxBuffer: 1e8 });

describe('the OpenAPI document, by the rules of OpenAPI', () => {
  it('keeps them', async () => {
    expect(await openApiFaults(await readFile(DOCUMENT, 'utf8'))).toBe('');
  });

  it('is found at fault where an answer has no description', async () => {
    const faulty = {
      openapi: '3.1.0',
      info: { title: 'x', version: '1' },
      paths: { '/v1/x': { get: { responses: { 200: {} } } } },
    };
    expect(await openApiFaults(JSON.stringify(faulty))).toContain('/paths/~1v1~1x');
  });
});

/** A client of the API: each line compiles by the generated types alone. */
const CLIENT = `
import type { components, operations } from './generated';
type Schemas = components['schemas'];
export const stageOf = (one: Schemas['CaseSummary']): Schemas['CaseStage'] => one.stage;
type Commands = operations['commandCase'];
export const batch: Commands['requestBody']['content']['application/json'] = {
  commands: [{ id: '3f1c8f0e-0001', type: 'addNote', data: { text: 'called' } }],
};
export const headers: NonNullable<operations['updateUnit']['parameters']['header']> = { 'if-match': '"1"' };
`;

describe('the types of a client, generated from the document', () => {
  const folder = mkdtempSync(join(tmpdir(), 'aftercare-client-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are written without an error, and compile with what a console does by them', async () => {
    await node('openapi-typescript/bin/cli.js', DOCUMENT, '--output', join(folder, 'generated.ts'));
    writeFileSync(join(folder, 'client.ts'), CLIENT);
    const options = ['--noEmit', '--strict', '--module', 'esnext', '--moduleResolution', 'bundler'];
    const compiled = node('typescript/bin/tsc', ...options, '--ignoreConfig', join(folder, 'client.ts'));
    await expect(compiled).resolves.toMatchObject({ stdout: '' });
  });
});
