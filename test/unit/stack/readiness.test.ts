import { afterEach, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readiness, whenReady } from '../../../stack/readiness';
import { linesOf } from '../../../stack/service-lines';

describe('a service that is ready', () => {
  const child = spawn(process.execPath, ['-e', "console.log('ready'); setInterval(() => {}, 1000)"]);
  afterEach(() => {
    child.kill('SIGKILL');
  });

  it('is heard also where it says so before anybody waits for it', async () => {
    const said: string[] = [];
    const ready = readiness(
      /^ready$/,
      linesOf(child, (line) => said.push(line)),
    );
    while (said.length === 0) await once(child.stdout, 'data');
    const never = new Promise<never>(() => undefined);
    const stopping = new AbortController().signal;
    await whenReady({ name: 'clerk', ready, timeoutMs: 10_000, exited: never, stopping });
    expect(said).toEqual(['ready']);
  });
});
