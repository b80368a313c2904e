import { join } from 'node:path';
import { installInCache } from './cache';
import { StackError } from './errors';
import { firstOf, type Way } from './first-of';
import type { Progress } from './progress';
import { runTool, runToolOrThrow } from './run-tool';
import { downloadBySdk } from './sdk-download';

/** Later versions carry `replace` lines in their go.mod, which `go install` refuses. */
const cliVersion = '1.5.1';
const cliModule = `github.com/temporalio/cli/cmd/temporal@v${cliVersion}`;
/** Updates are on by default since this version of the server. */
const oldestServer: readonly [number, number] = [1, 25];

/**
 * Finds a `temporal` program, or gets one: on PATH, in the cache, by the SDK's download, built with Go.
 * @param cacheDir where it is kept for the next time, such as `~/.cache/aftercare`; never inside the project
 * @returns its path, or `temporal` when it is on PATH
 * @throws StackError that tells all that was tried and what would do.
 */
export async function findTemporal(progress: Progress, cacheDir: string): Promise<string> {
  const cached = [join(cacheDir, `temporal-${cliVersion}`), join(cacheDir, 'temporal-sdk')];
  return await firstOf(
    [
      ['temporal on PATH', () => usableTemporal('temporal')],
      ...cached.map((path): Way => [path, () => usableTemporal(path)]),
      ["the Temporal SDK's own download", () => download(progress, cacheDir)],
      [`go install ${cliModule}`, () => build(progress, cacheDir)],
    ],
    'No Temporal server could be had.',
    'Any one of these helps: install the Temporal CLI (https://docs.temporal.io/cli) so that `temporal` is on PATH, ' +
      'install Go 1.24 or later, or point TEMPORAL_ADDRESS at a running server.',
  );
}

/** @throws StackError with the reason why this program will not do. */
export async function usableTemporal(executable: string): Promise<string> {
  const result = await runTool({ command: executable, args: ['--version'], timeoutMs: 20_000 });
  if (result.kind === 'not-found') throw new StackError('not there');
  if (result.kind === 'failed') throw new StackError(result.reason);
  const text = result.lines.join(' ');
  const [, major, minor] = /Server (\d+)\.(\d+)/.exec(text) ?? [];
  if (major === undefined || minor === undefined)
    throw new StackError(`does not tell its server's version: ${text}`);
  const [oldestMajor, oldestMinor] = oldestServer;
  const recent =
    Number(major) > oldestMajor || (Number(major) === oldestMajor && Number(minor) >= oldestMinor);
  if (!recent)
    throw new StackError(`its server is ${major}.${minor}, needed is ${oldestServer.join('.')} or later`);
  return executable;
}

async function download(progress: Progress, cacheDir: string): Promise<string> {
  return await progress.run('Downloading the Temporal server', () =>
    installInCache(
      cacheDir,
      'temporal-sdk',
      async (draftDir) => await usableTemporal(await downloadBySdk('dev-server', draftDir)),
    ),
  );
}

async function build(progress: Progress, cacheDir: string): Promise<string> {
  const go = await runTool({ command: 'go', args: ['version'], timeoutMs: 20_000 });
  if (go.kind === 'not-found') throw new StackError('Go is not installed');
  return await progress.run('Building the Temporal server (first time, about 5 minutes)', (onLine) =>
    installInCache(cacheDir, `temporal-${cliVersion}`, async (draftDir) => {
      const args = [`GOBIN=${draftDir}`, 'go', 'install', '-v', cliModule];
      await runToolOrThrow({ command: 'env', args, onLine });
      return await usableTemporal(join(draftDir, 'temporal'));
    }),
  );
}
