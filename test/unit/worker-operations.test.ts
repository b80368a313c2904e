import { describe, expect, it } from '@jest/globals';
import { Registry } from 'prom-client';
import { unconnected } from '../../cli/unconnected';
import { buildWorkerOperations } from '../../worker/operations';

describe('the readiness of a worker', () => {
  it('has the form of the API’s, and names what is away', async () => {
    const { close, database, logger, processes } = unconnected();
    const app = buildWorkerOperations({
      logger,
      database,
      processes,
      coreMetricsAddress: '127.0.0.1:1',
      isRunning: () => true,
      registry: new Registry(),
    });
    const answer = await app.inject({ url: '/readyz' });
    expect([answer.statusCode, answer.json()]).toEqual([
      503,
      { status: 'not-ready', parts: { worker: 'ok', postgresql: 'away', temporal: 'away' } },
    ]);
    await app.close();
    await close();
  });
});
