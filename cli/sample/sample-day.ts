import { join, resolve } from 'node:path';
import type { Database } from '../../platform/database';
import type { Progress } from '../../stack/progress';
import { loadCompany } from './load-company';
import { playRequests } from './play-requests';
import { readRequests } from './request-shapes';

const SAMPLES = resolve(__dirname, '..', '..', 'samples');
/** Everybody's in the sample company: a demonstration on one's own machine, never a production system. */
export const SAMPLE_PASSWORD = 'aftercare';
const PLAYED = 'sample-day-played';

/** Loads the sample company into a database without an organisation. True where the database holds the sample. */
export async function loadSampleCompany(database: Database, progress: Progress): Promise<boolean> {
  const isSample = (await database.setting.findUnique({ where: { key: 'sample' } })) !== null;
  const isEmpty = (await database.organisation.count()) === 0;
  if (!isSample && !isEmpty) return false;
  // Again on a sample that is there: a first start that was killed half-way is completed.
  await progress.run('Loading the sample company', () =>
    loadCompany(database, join(SAMPLES, 'company'), SAMPLE_PASSWORD),
  );
  return true;
}

/** Takes in the sample's requests through the public API and plays them forward, once. */
export async function playSampleRequests(
  database: Database,
  baseUrl: string,
  progress: Progress,
): Promise<void> {
  if ((await database.setting.findUnique({ where: { key: PLAYED } })) !== null) return;
  const anchor = await sampleAnchor(database);
  await progress.run("Taking in the sample's requests through the API", async (onLine) => {
    await playRequests({
      baseUrl,
      password: SAMPLE_PASSWORD,
      requests: await readRequests(join(SAMPLES, 'requests.json')),
      anchor,
      progress: (done, total) => onLine(`${done} of ${total}`),
    });
  });
  await database.setting.create({ data: { key: PLAYED, value: true } });
}

async function sampleAnchor(database: Database): Promise<string> {
  const { value } = await database.setting.findUniqueOrThrow({ where: { key: 'sample' } });
  if (typeof value === 'object' && value !== null && 'anchor' in value && typeof value.anchor === 'string')
    return value.anchor;
  throw new Error('The setting "sample" has no anchor');
}
