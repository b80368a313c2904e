import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { installInCache, isInCache } from '../../stack/cache';
import { StackError } from '../../stack/errors';
import { firstOf } from '../../stack/first-of';
import type { Progress } from '../../stack/progress';
import { runTool, runToolOrThrow } from '../../stack/run-tool';
import { downloadBySdk } from '../../stack/sdk-download';

/** For `TestWorkflowEnvironment.createTimeSkipping({ server: { executable } })`. */
export interface TimeSkippingExecutable {
  readonly type: 'existing-path';
  readonly path: string;
}

const version = '1.32.1';
const launcherName = 'temporal-test-server';

/**
 * Finds Temporal's test server, whose clock jumps to the next timer, or gets it: in the cache, by the SDK's download
 * (none for Linux on ARM), from Maven Central.
 * @param cacheDir where it is kept for the next time, such as `~/.cache/aftercare`
 * @throws StackError that tells all that was tried and what would do.
 */
export async function timeSkippingExecutable(
  progress: Progress,
  cacheDir: string,
): Promise<TimeSkippingExecutable> {
  const path = await firstOf(
    [
      ['the cache (Maven)', () => ifThere(join(cacheDir, mavenName, launcherName))],
      ['the cache (SDK)', () => ifThere(join(cacheDir, sdkName))],
      ["the Temporal SDK's own download", () => download(progress, cacheDir)],
      [`Maven, io.temporal:temporal-test-server:${version}`, () => buildWithMaven(progress, cacheDir)],
    ],
    'No time-skipping test server could be had.',
    'Either of these helps: a network that reaches temporal.download, or Java 11 or later with Maven.',
  );
  return { type: 'existing-path', path };
}

const mavenName = `temporal-test-server-${version}`;
const sdkName = 'temporal-test-server-sdk';

async function ifThere(path: string): Promise<string> {
  if (await isInCache(path)) return path;
  throw new StackError('not there');
}

async function download(progress: Progress, cacheDir: string): Promise<string> {
  return await progress.run('Downloading the time-skipping test server', () =>
    installInCache(cacheDir, sdkName, (draftDir) => downloadBySdk('time-skipping', draftDir)),
  );
}

async function buildWithMaven(progress: Progress, cacheDir: string): Promise<string> {
  for (const [command, flag] of [
    ['java', '-version'],
    ['mvn', '--version'],
  ] as const) {
    const found = await runTool({ command, args: [flag], timeoutMs: 60_000 });
    if (found.kind === 'not-found') throw new StackError(`${command} is not installed`);
  }
  return await progress.run(
    'Fetching the time-skipping test server with Maven (first time, 33 MB, about a minute)',
    async (onLine) => {
      const dir = await installInCache(cacheDir, mavenName, async (draftDir) => {
        const home = join(draftDir, mavenName);
        await mkdir(home);
        await writeFile(join(home, 'pom.xml'), pom);
        const args = [
          '-B',
          'dependency:copy-dependencies',
          '-DincludeScope=runtime',
          '-DoutputDirectory=lib',
        ];
        await runToolOrThrow({ command: 'mvn', args, cwd: home, onLine });
        await writeFile(join(home, launcherName), launcher);
        await chmod(join(home, launcherName), 0o755);
        return home;
      });
      return join(dir, launcherName);
    },
  );
}

const pom = `<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>aftercare</groupId>
  <artifactId>temporal-test-server-cache</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
    <dependency>
      <groupId>io.temporal</groupId>
      <artifactId>temporal-test-server</artifactId>
      <version>${version}</version>
    </dependency>
  </dependencies>
</project>
`;

/** A test server lives for seconds: the serial collector and the quick compiler make it start in half the time. */
const launcher = `#!/bin/sh
lib=$(dirname "$0")/lib
exec java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "$lib/*" io.temporal.testserver.TestServer "$@"
`;
