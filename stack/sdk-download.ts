import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { StackError } from './errors';
import { runTool } from './run-tool';

/** The SDK's two servers that it can fetch by itself. */
export type SdkServer = 'dev-server' | 'time-skipping';

const patienceMs = 180_000;

/**
 * Runs in a process of its own: the SDK's native runtime is one per process and its settings are the application's
 * to choose. Starting the server once is the SDK's only supported way to have it fetched.
 */
const script = `
const [testing, server, downloadDir] = process.argv.slice(1);
const { TestWorkflowEnvironment } = require(testing);
const options = { server: { executable: { type: 'cached-download', downloadDir } } };
const create = server === 'dev-server' ? 'createLocal' : 'createTimeSkipping';
TestWorkflowEnvironment[create](options).then((env) => env.teardown()).catch((error) => {
  console.error(error.message);
  process.exit(1);
});
`;

/**
 * Has the Temporal SDK download one of its servers into `dir` and gives the path of the program.
 * @throws StackError with the SDK's reason: no network, or no build for this machine.
 */
export async function downloadBySdk(server: SdkServer, dir: string): Promise<string> {
  const args = ['-e', script, require.resolve('@temporalio/testing'), server, dir];
  const result = await runTool({ command: process.execPath, args, timeoutMs: patienceMs });
  switch (result.kind) {
    case 'done':
      return await largestFileIn(dir);
    case 'not-found':
      throw new StackError(`${process.execPath} is gone`);
    case 'failed':
      throw new StackError(shortReason(result.reason));
  }
}

/** The SDK repeats the same sentence for each layer; the innermost says it. */
function shortReason(reason: string): string {
  const lines = reason.split('\n');
  return (lines.findLast((line) => line.includes('download')) ?? lines.at(-1) ?? reason)
    .split(': ')
    .slice(-2)
    .join(': ');
}

async function largestFileIn(dir: string): Promise<string> {
  const files = await Promise.all(
    (await readdir(dir)).map(async (name) => {
      const path = join(dir, name);
      const info = await stat(path);
      return { path, size: info.isFile() ? info.size : 0 };
    }),
  );
  const largest = files.toSorted((a, b) => b.size - a.size)[0];
  if (largest === undefined || largest.size === 0)
    throw new StackError('the SDK said it had downloaded a server, but left no file');
  return largest.path;
}
