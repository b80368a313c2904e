import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localSettings } from '../../cli/local';
import { STAGES } from '../../domain/case/terms';
import { newCodecKey } from '../../platform/codec';
import { connectDatabase } from '../../platform/database';
import { systemErrorCode } from '../../stack/errors';
import { sendSignal } from '../../stack/process-identity';
import { parsed } from './support/caller';
import { Child } from './support/child';
import { eventually } from './support/cases';
import { verifyWith } from './support/system';

/** A slow machine takes minutes to bring the servers up and to begin with the sample. */
const SAMPLE_PATIENCE_MS = 240_000;

/** `npm start` on a data directory, with all it prints. */
class Start {
  readonly printed: string[] = [];
  readonly child: Child;

  constructor(dataDir: string) {
    this.child = new Child({
      args: ['bin/aftercare.cjs', 'start', '--data', dataDir],
      settings: {},
      onLine: (line) => this.printed.push(line),
    });
  }

  get text(): string {
    return this.printed.join('\n');
  }

  /** The numbers of the cases that are shown. */
  get cases(): string[] {
    return [...new Set(this.text.match(/AS-\d{4}-\d{6,9}/g))].sort();
  }

  ready(): Promise<string> {
    return this.child.line(/^Aftercare is ready: /);
  }
}

let dataDir: string;
let running: Start | undefined;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'aftercare-start-'));
});
afterAll(async () => {
  await running?.child.end('SIGKILL');
  for (const pid of await pids()) sendSignal(pid, 'SIGKILL');
  await gone();
  await rm(dataDir, { recursive: true, force: true });
});

function start(): Start {
  running = new Start(dataDir);
  return running;
}

/** Every process of ours: those whose command line or environment names the data directory or the run. */
async function pids(): Promise<number[]> {
  const own = running?.child.pid;
  const found: number[] = [];
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name) || Number(name) === own) continue;
    if ((await isOurs(name)) && (await stateOf(name)) !== 'Z') found.push(Number(name));
  }
  return found;
}

/** Servers have the directory on their command line; services have its database's password in their environment. */
async function isOurs(pid: string): Promise<boolean> {
  const settings = await localSettings(dataDir);
  const marks = [dataDir, ...(settings?.DATABASE_URL === undefined ? [] : [settings.DATABASE_URL])];
  const texts = await Promise.all(['cmdline', 'environ'].map((file) => proc(pid, file)));
  return texts.some((text) => marks.some((mark) => text.includes(mark)));
}

const stateOf = async (pid: string): Promise<string> =>
  (await proc(pid, 'stat')).replace(/^.*\) /, '').slice(0, 1);

/** Empty where the process is gone meanwhile, or another user's. */
async function proc(pid: string, file: string): Promise<string> {
  try {
    return await readFile(`/proc/${pid}/${file}`, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ESRCH', 'EACCES'].includes(systemErrorCode(error) ?? '')) return '';
    throw error;
  }
}

const gone = (): Promise<number[]> => eventually(pids, (left) => left.length === 0, 60_000);

/** With the settings that the start has noted. */
const verified = async () => verifyWith((await localSettings(dataDir)) ?? {});

/** Branches of the story: the sample shows each of them. */
const BRANCHES = [
  ...[
    'OfferPassedOn',
    'OfferAccepted',
    'EngineerAbsent',
    'EngineerReassigned',
    'TripCostRecorded',
    'CaseHandedOver',
  ],
  ...[
    'ApprovalDecided',
    'QuoteAccepted',
    'VerificationFailed',
    'RepairVerified',
    'VisitLeftUnfinished',
    'PartsRedirected',
  ],
  ...[
    'PartsAwaited',
    'PurchaseAsked',
    'PurchaseOrdered',
    'GoodsReceived',
    'PartsTakenBack',
    'PartsArrived',
    'OldPartsForwarded',
    'OldPartsCharged',
    'CaseResolvedRemotely',
    'CaseReopened',
    'CaseJoined',
    'CaseCancelled',
    'CasePaused',
  ],
];
async function missingOf(wanted: readonly string[]): Promise<string[]> {
  const database = connectDatabase((await localSettings(dataDir))?.DATABASE_URL ?? '');
  const seen = await database.processEvent.findMany({ distinct: ['type'], select: { type: true } });
  await database.$disconnect();
  return wanted.filter((one) => !seen.some(({ type }) => type === one));
}

/** Waits for so many requests in the register, however fast the machine takes them in. @throws {Error} where the start ends first. */
async function requestsTaken(by: Start, least: number): Promise<void> {
  const ended = by.child.exited.then(({ code, signal }) => {
    throw new Error(`ended (${String(code ?? signal)}) before it had taken ${least} requests:\n${by.text}`);
  });
  const settings = await Promise.race([
    ended,
    eventually(
      () => localSettings(dataDir),
      (kept) => kept !== undefined,
      SAMPLE_PATIENCE_MS,
    ),
  ]);
  const database = connectDatabase(settings?.DATABASE_URL ?? '');
  try {
    await Promise.race([
      ended,
      eventually(
        () => database.request.count(),
        (count) => count >= least,
        SAMPLE_PATIENCE_MS,
      ),
    ]);
  } finally {
    await database.$disconnect();
  }
}

/** The orders that were bought, each with its stage and its case's. */
async function boughtOrders(): Promise<readonly (readonly (string | undefined)[])[]> {
  const database = connectDatabase((await localSettings(dataDir))?.DATABASE_URL ?? '');
  const bought = await database.processEvent.findMany({
    distinct: ['processId'],
    where: { type: 'PurchaseOrdered' },
  });
  const orders = await database.partsOrder.findMany({
    where: { processId: { in: bought.map(({ processId }) => processId) } },
  });
  const cases = await database.serviceCase.findMany({
    where: { number: { in: orders.map(({ caseNumber }) => caseNumber) } },
  });
  await database.$disconnect();
  const caseOf = (number: string) => cases.find((one) => one.number === number);
  return orders.map(({ stage, caseNumber }) => [stage, caseOf(caseNumber)?.stage]).sort();
}

describe('npm start', () => {
  let cases: string[] = [];

  it('killed with everything it runs while it takes in the sample, goes on at its next start until it is ready', async () => {
    const first = start();
    await requestsTaken(first, 20);
    for (const pid of await pids()) sendSignal(pid, 'SIGKILL');
    await first.child.end('SIGKILL');
    await gone();
    const second = start();
    await second.ready();
    cases = second.cases;
    expect(cases).not.toEqual([]);
    for (const stage of STAGES.filter((one) => one !== 'unregistered'))
      expect(second.text).toContain(` ${stage} `);
    expect(await missingOf(BRANCHES)).toEqual([]);
    // One has come and was fitted, its old parts are settled; the other is still on order.
    expect(await boughtOrders()).toEqual([
      ['procuring', 'awaiting-parts'],
      ['received', 'reported'],
    ]);
    expect(await verified()).toMatchObject({
      code: 0,
      text: expect.stringMatching(/ processes, 0 differences\n$/),
    });
  }, 600_000);

  it('stopped by Ctrl-C ends with code 0 and leaves no process behind', async () => {
    expect((await pids()).length).toBeGreaterThan(5);
    expect(await running?.child.end('SIGINT')).toEqual({ code: 0, signal: null });
    expect(await pids()).toEqual([]);
  }, 60_000);

  it('started again has the same cases', async () => {
    const again = start();
    await again.ready();
    expect(again.cases).toEqual(cases);
    expect(await verified()).toMatchObject({
      code: 0,
      text: expect.stringMatching(/ processes, 0 differences\n$/),
    });
  }, 180_000);

  it('has `aftercare link` print the page where a customer reads their case', async () => {
    const [number = ''] = cases;
    const printed: string[] = [];
    const link = new Child({
      args: ['bin/aftercare.cjs', 'link', number, '--data', dataDir],
      settings: {},
      onLine: (line) => printed.push(line),
    });
    expect(await link.exited).toEqual({ code: 0, signal: null });
    const url = /^Aftercare is ready: (\S+)$/m.exec(running?.text ?? '')?.[1] ?? '';
    const [page = '', token = ''] = printed[0]?.split('#') ?? [];
    expect(page).toBe(`${url}/c/`);
    expect(await (await fetch(page, { headers: { accept: 'text/html' } })).text()).toContain('id="root"');
    const answer = await fetch(`${url}/v1/customer/case`, { headers: { authorization: `Bearer ${token}` } });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ number });
  });

  it('killed, all that it runs ends by itself', async () => {
    await running?.child.end('SIGKILL');
    expect(await gone()).toEqual([]);
  }, 60_000);

  it('with another payload key says so, ends with code 1 and leaves nothing running', async () => {
    const file = join(dataDir, 'secrets.json');
    const secrets = parsed<Record<string, string>>(await readFile(file, 'utf8'));
    await writeFile(file, JSON.stringify({ ...secrets, codecKeys: newCodecKey() }));
    const other = start();
    expect(await other.child.exited).toEqual({ code: 1, signal: null });
    expect(other.text).toContain('AFTERCARE_CODEC_KEYS');
    expect(other.text).toMatch(/encrypted with key/);
    expect(await pids()).toEqual([]);
  }, 120_000);
});
