import { DefaultLogger, Runtime } from '@temporalio/worker';
import { recordedHistories, replayAll } from './replay-all';

/** `tsx test/histories/replay.ts`: replays every recorded history; ends with 1 where one does not. */
Runtime.install({ logger: new DefaultLogger('ERROR') });
void recordedHistories()
  .then(replayAll)
  .then(
  (replayed) => {
    const faults = replayed.filter(({ fault }) => fault !== undefined);
    for (const { name, fault } of faults) process.stdout.write(`${name}: ${fault?.message ?? ''}\n`);
    process.stdout.write(`${replayed.length} histories replayed, ${faults.length} differ\n`);
    process.exit(replayed.length === 0 || faults.length > 0 ? 1 : 0);
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  },
);
