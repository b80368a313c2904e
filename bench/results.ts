import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const FOLDER = join(__dirname, 'results');

/** Keeps a result as `bench/results/NAME-INSTANT.json`; gives its path. */
export async function saveResult(name: string, result: object): Promise<string> {
  await mkdir(FOLDER, { recursive: true });
  const measuredAt = new Date().toISOString();
  const file = join(FOLDER, `${name}-${measuredAt.replaceAll(':', '')}.json`);
  await writeFile(file, `${JSON.stringify({ measuredAt, ...result }, null, 2)}\n`);
  return file;
}
