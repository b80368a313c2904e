import { describe, expect, it } from '@jest/globals';
import { identify, type ProcessIdentity, waitUntilGone } from '../../../stack/process-identity';
import { createSupervisor, type Stoppable } from '../../../stack/processes';
import { type FixtureProcess, runFixture } from './fixture-process';

async function serviceOf(run: FixtureProcess, name: string): Promise<ProcessIdentity> {
  const [, pid] = await run.line(new RegExp(`^${name} (\\d+)$`));
  const identity = await identify(Number(pid));
  if (identity === undefined) throw new Error(`${name} is not running`);
  return identity;
}

/** A run of two services that is up: `foreign` started first, then `ours`. */
async function aRun(): Promise<{ run: FixtureProcess; services: readonly ProcessIdentity[] }> {
  const run = runFixture('supervised');
  const services = [await serviceOf(run, 'foreign'), await serviceOf(run, 'ours')];
  await run.line(/^all up$/);
  return { run, services };
}

describe('the supervisor', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'stops all in reverse order on %s and then ends',
    async (signal) => {
      const { run, services } = await aRun();
      run.child.kill(signal);
      expect(await run.exited).toBe(0);
      expect(run.lines.slice(-3)).toEqual(['ours stopped', 'foreign stopped', 'all gone']);
      for (const service of services) expect(await waitUntilGone(service, 0)).toBe(true);
    },
  );

  it('takes its services with it when it is killed, those that know nothing of it too', async () => {
    const { run, services } = await aRun();
    run.child.kill('SIGKILL');
    await run.exited;
    for (const service of services) expect(await waitUntilGone(service, 10_000)).toBe(true);
  });

  it('starts nothing more once it is stopping, and stops what was starting meanwhile', async () => {
    const events: string[] = [];
    const supervisor = createSupervisor((line) => events.push(line));
    const slow: Stoppable = {
      name: 'slow',
      stop: () => Promise.resolve(void events.push('slow asked to stop')),
    };
    const starting = supervisor.start(
      (signal) => new Promise<Stoppable>((resolve) => signal.addEventListener('abort', () => resolve(slow))),
    );
    await supervisor.stopAll();
    await starting;
    expect(events).toEqual(['slow asked to stop', 'slow stopped']);
    await expect(supervisor.start(() => Promise.resolve(slow))).rejects.toThrow('nothing more is started');
  });

  it('stops the others even when one does not stop, and tells which', async () => {
    const events: string[] = [];
    const supervisor = createSupervisor((line) => events.push(line));
    const first: Stoppable = { name: 'first', stop: () => Promise.resolve() };
    const stuck: Stoppable = { name: 'stuck', stop: () => Promise.reject(new Error('stuck does not stop')) };
    await supervisor.start(() => Promise.resolve(first));
    await supervisor.start(() => Promise.resolve(stuck));
    await expect(supervisor.stopAll()).rejects.toThrow('stuck does not stop');
    expect(events).toEqual(['first stopped']);
  });
});
