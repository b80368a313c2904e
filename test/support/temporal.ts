import { Client, Connection } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { NativeConnection } from '@temporalio/worker';
import { cacheDirectory } from '../../platform/config';
import { createProgress } from '../../stack/progress';
import { timeSkippingExecutable } from './time-skipping';
import { testServers } from './config';
import { createNamespace } from './namespace';
import { quiet } from './quiet';

/** A Temporal server as a test uses it. */
export interface Ground {
  readonly client: Client;
  readonly native: NativeConnection;
  readonly namespace: string;
  readonly address: string;
  /** The server's time, ms since the epoch. */
  now(): Promise<number>;
  close(): Promise<void>;
}

/** A ground whose clock can be set forward. */
export interface SkippingGround extends Ground {
  /** Lets so much time pass, all that falls due in it included. */
  skip(ms: number): Promise<void>;
}

/** The suite's Temporal server, in a namespace of the test file's own. */
export async function realGround(dataConverter: DataConverter): Promise<Ground> {
  quiet();
  const address = testServers().temporalAddress;
  const connection = await Connection.connect({ address });
  const namespace = await createNamespace(connection);
  const native = await NativeConnection.connect({ address });
  return {
    client: new Client({ connection, namespace, dataConverter }),
    native,
    namespace,
    address,
    now: () => Promise.resolve(Date.now()),
    close: async () => {
      await native.close();
      await connection.close();
    },
  };
}

/**
 * Temporal's test server, which passes over time in which nothing happens. It stalls after an activity has timed out
 * (temporalio/sdk-java issue 2246), and gives tasks to a worker that has stopped: tests of time-outs and of workers that come and go use
 * `realGround`.
 */
export async function skippingGround(dataConverter: DataConverter): Promise<SkippingGround> {
  quiet();
  const progress = createProgress((line) => process.stderr.write(`${line}\n`));
  const executable = await timeSkippingExecutable(progress, cacheDirectory());
  const environment = await started(() =>
    TestWorkflowEnvironment.createTimeSkipping({ server: { executable }, client: { dataConverter } }),
  );
  return {
    client: environment.client,
    native: environment.nativeConnection,
    namespace: environment.namespace ?? 'default',
    address: environment.address,
    now: () => environment.currentTimeMs(),
    skip: (ms) => environment.sleep(ms),
    close: () => environment.teardown(),
  };
}

const STARTS = 10;

/** The SDK gives its server five seconds to listen: on a busy machine it takes longer now and then, and another start may not. */
async function started<T>(start: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1)
    try {
      return await start();
    } catch (error) {
      if (attempt === STARTS || !/did not start within/.test(String(error))) throw error;
    }
}
