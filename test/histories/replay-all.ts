import { temporal } from '@temporalio/proto';
import { Worker } from '@temporalio/worker';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createLogger } from '../../platform/logger';
import { dataConverter } from '../../platform/temporal';
import { workflowBundle } from '../../worker/bundle';
import { historySettings } from './settings';

const { History } = temporal.api.history.v1;

export interface RecordedHistory {
  readonly workflowId: string;
  readonly history: temporal.api.history.v1.History;
}

export interface Replayed {
  readonly name: string;
  /** Why the workflows of today would not have written this history; undefined where they would. */
  readonly fault: Error | undefined;
}

/** Every history that was recorded, by name. */
export async function recordedHistories(): Promise<readonly RecordedHistory[]> {
  const files = (await readdir(__dirname)).filter((name) => name.endsWith('.json'));
  const names = files.map((file) => file.replace(/\.json$/, '')).sort();
  return Promise.all(
    names.map(async (workflowId) => ({
      workflowId,
      history: History.fromObject(JSON.parse(await readFile(join(__dirname, `${workflowId}.json`), 'utf8'))),
    })),
  );
}

/** Runs today's workflows over histories: each must ask for the same things in the same order. */
export async function replayAll(histories: readonly RecordedHistory[]): Promise<readonly Replayed[]> {
  const replayed: Replayed[] = [];
  const options = {
    workflowBundle: await workflowBundle(createLogger('replay', 'silent')),
    dataConverter: dataConverter(historySettings()),
  };
  for await (const { workflowId, error } of Worker.runReplayHistories(options, [...histories]))
    replayed.push({ name: workflowId, fault: error });
  return replayed;
}
