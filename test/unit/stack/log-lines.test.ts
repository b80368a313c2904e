import { describe, expect, it } from '@jest/globals';
import { jsonLines } from '../../../cli/log-lines';
import { spawnService } from '../../../stack/processes';

/** The log of a service named `clerk`, line by line. */
function aLog() {
  const lines: string[] = [];
  return { lines, log: jsonLines('clerk', (line) => lines.push(line)) };
}

describe('the log of a service is JSON lines alone', () => {
  it('has the service’s own lines as they are, and what else it prints in the same form', () => {
    const { lines, log } = aLog();
    log('{"level":"info","msg":"clerk ready"}');
    log('(node:1) ExperimentalWarning: {x}');
    log('{ half of');
    log('');
    expect(lines[0]).toBe('{"level":"info","msg":"clerk ready"}');
    expect(lines.slice(1).map((line): unknown => JSON.parse(line))).toEqual(
      ['(node:1) ExperimentalWarning: {x}', '{ half of'].map((msg) =>
        expect.objectContaining({ level: 'warn', name: 'clerk', time: expect.any(String), msg }),
      ),
    );
  });

  it('also where the service was killed and is started again', async () => {
    const { lines, log } = aLog();
    const service = await spawnService({
      name: 'clerk',
      command: process.execPath,
      args: ['-e', `console.log('{"msg":"clerk ready"}'); setInterval(() => {}, 1000)`],
      log,
      ready: /"msg":"clerk ready"/,
      backoff: { firstMs: 10, mostMs: 40, steadyMs: 60_000 },
    });
    const parsed = () => lines.map((line): unknown => JSON.parse(line));
    const back = new Promise<void>((resolve) => {
      const look = () =>
        lines.some((line) => line.includes('clerk is back')) ? resolve() : setTimeout(look, 10);
      look();
    });
    service.kill();
    await back;
    await service.stop();
    expect(parsed()).toContainEqual(
      expect.objectContaining({ name: 'clerk', msg: 'clerk ended unexpectedly (by SIGKILL)' }),
    );
  });
});
