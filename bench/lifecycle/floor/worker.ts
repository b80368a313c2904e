import { NativeConnection, Worker } from '@temporalio/worker';
import { Pool } from 'pg';
import { readConfig } from '../../../platform/config';
import { createLogger } from '../../../platform/logger';
import { onShutdown } from '../../../platform/shutdown';
import { dataConverter } from '../../../platform/temporal';
import { anyFreePort } from '../../../stack/ports';
import { workflowBundle } from '../../../worker/bundle';
import { POLLING } from '../../../worker/polling';
import { installRuntime } from '../../../worker/runtime';
import { TASK_QUEUE, type FloorActivities } from './messages';

/** As many connections to PostgreSQL as Aftercare's worker has. */
const POOL_SIZE = 10;

const BUNDLE = { path: 'bench/lifecycle/floor/workflow', sources: ['bench/lifecycle/floor'] };

/** A worker like Aftercare's, its activity a bare INSERT. */
async function main(): Promise<void> {
  const config = readConfig();
  const logger = createLogger('floor', config.AFTERCARE_LOG_LEVEL);
  installRuntime(logger, `127.0.0.1:${await anyFreePort()}`);
  const pool = new Pool({ connectionString: config.DATABASE_URL, max: POOL_SIZE });
  await pool.query(
    'CREATE TABLE IF NOT EXISTS floor_row (case_id text, seq integer, content text NOT NULL, PRIMARY KEY (case_id, seq))',
  );
  const activities: FloorActivities = {
    writeRow: async (caseId, seq, content) => {
      const insert =
        'INSERT INTO floor_row (case_id, seq, content) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING';
      await pool.query(insert, [caseId, seq, content]);
      return seq;
    },
  };
  const connection = await NativeConnection.connect({ address: config.TEMPORAL_ADDRESS });
  const worker = await Worker.create({
    connection,
    namespace: config.TEMPORAL_NAMESPACE,
    taskQueue: TASK_QUEUE,
    workflowBundle: await workflowBundle(logger, BUNDLE),
    activities,
    dataConverter: dataConverter(config),
    shutdownGraceTime: '15 seconds',
    ...POLLING,
  });
  const running = worker.run();
  onShutdown(logger, async () => {
    if (worker.getState() === 'RUNNING') worker.shutdown();
    await running;
    await connection.close();
    await pool.end();
  });
  logger.info('floor ready');
  await running;
}

void main();
