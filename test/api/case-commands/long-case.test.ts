import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Connection, Client } from '@temporalio/client';
import type { History } from '@temporalio/common/lib/proto-utils';
import { revivalOf } from '../../../activities/revival';
import { PROCESS_KINDS } from '../../../activities/processes';
import type { CaseCommand } from '../../../domain/case/commands';
import { SYSTEM, type Actor } from '../../../domain/identity/actor';
import { dataConverter } from '../../../platform/temporal';
import type { CaseDetail } from '../../../api/cases/detail-schema';
import { TemporalWorkflows } from '../../../verify/workflows';
import { aCase, CLERK, DIRECTOR } from '../../support/cases';
import { testServers } from '../../support/config';
import type { Reader } from '../../support/reading';
import { startSystem, type TestSystem } from '../../support/system';
import { place, verifying } from '../verify/verifying';

const NOTES = 5_000;
const AMENDMENTS = 200;
const JOINED = 500;
const LIMIT_BYTES = 256 * 1024;
const WORDS = ['漏油', '异响', '停机', '高温', '压力不足', '更换', '试机', '复位', '客户', '反馈'];

type Started =
  | NonNullable<NonNullable<History['events']>[number]['workflowExecutionStartedEventAttributes']>
  | undefined
  | null;

/** No two alike, and with little that repeats. */
const text = (seed: number, length: number): string => {
  let [written, state] = [`${seed}:`, seed * 7_919 + 13];
  while (written.length < length) {
    state = (state * 48_271) % 2_147_483_647;
    written += `${WORDS[state % WORDS.length]}${state % 10_000}，`;
  }
  return written.slice(0, length);
};
const chunks = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, n) => items.slice(n * size, (n + 1) * size));

describe('A case with 5,000 notes, 200 amendments of 16,000 characters and 500 joined requests', () => {
  let system: TestSystem;
  let clerk: Reader;
  let client: Client;
  let connection: Connection;
  let number: string;

  beforeAll(async () => {
    system = await startSystem();
    clerk = await system.as('lu.xinran');
    connection = await Connection.connect({ address: testServers().temporalAddress });
    client = new Client({
      connection,
      namespace: system.config.TEMPORAL_NAMESPACE,
      dataConverter: dataConverter(system.config),
    });
    const begun = await aCase(system.database)
      .of('cus-0001')
      .answered()
      .classified()
      .dispatched()
      .arrived()
      .repaired()
      .reported()
      .commit();
    number = begun.number;
    const revival = await revivalOf(system.database, PROCESS_KINDS, number);
    if (!revival) throw new Error('There is no case');
    await system.processes.restart('serviceCase', revival.start);
    const give = async (by: Actor, bare: readonly CaseCommand[], name: string): Promise<void> => {
      const commands = bare.map((command, n) => ({ ...command, id: `${name}-${n}`, actor: by }));
      const answer = await system.processes.execute<CaseCommand>(number, { commands });
      if (answer.kind !== 'done') throw new Error(`${name}: ${JSON.stringify(answer)}`);
    };
    const nth = (length: number): number[] => Array.from({ length }, (_, n) => n + 1);
    for (const [n, some] of chunks(nth(NOTES), 250).entries())
      await give(
        CLERK,
        some.map((one) => ({ type: 'addNote', data: { text: text(one, 60) } })),
        `note-${n}`,
      );
    for (const [n, some] of chunks(nth(AMENDMENTS), 10).entries())
      await give(
        DIRECTOR,
        some.map((one) => ({
          type: 'amendReport',
          data: { changes: { remarks: text(one, 16_000) }, reason: `amendment ${one}` },
        })),
        `amendment-${n}`,
      );
    for (const [n, some] of chunks(nth(JOINED), 20).entries())
      await give(
        SYSTEM,
        some.map((one) => ({
          type: 'recordJoinedRequest',
          data: {
            requestNumber: `RQ-2025-${String(one).padStart(6, '0')}`,
            fromCase: `AS-2025-${String(one).padStart(6, '0')}`,
            text: text(one, 10_000),
          },
        })),
        `joined-${n}`,
      );
  }, 400_000);
  afterAll(async () => {
    await connection.close();
    await system.close();
  });

  it('has continued as new, each time with less than 256 kB', async () => {
    const sizes: number[] = [];
    for (let runId: string | undefined, n = 0; n < 200; n += 1) {
      const { events }: History = await client.workflow.getHandle(number, runId).fetchHistory();
      const started: Started = events?.[0]?.workflowExecutionStartedEventAttributes;
      const [input] = started?.input?.payloads ?? [];
      sizes.push(input?.data?.length ?? 0);
      runId = started?.continuedExecutionRunId ?? undefined;
      if (!runId) break;
    }
    expect(sizes.length).toBeGreaterThan(2);
    expect(Math.max(...sizes)).toBeLessThan(LIMIT_BYTES);
  });

  it('is answered with less than 256 kB, and says what there is more of', async () => {
    const { status, body } = await clerk.get<CaseDetail>(`/v1/cases/${number}`);
    expect(status).toBe(200);
    expect(Buffer.byteLength(JSON.stringify(body))).toBeLessThan(LIMIT_BYTES);
    expect(body).toMatchObject({ joinedRequestCount: JOINED, report: { version: AMENDMENTS + 1 } });
    expect(body.report?.remarks).toBe(text(AMENDMENTS, 16_000));
    expect(body.joinedRequests.at(-1)).toMatchObject({ requestNumber: 'RQ-2025-000500' });
    expect(body.timeline.earlier).not.toBeNull();
  });

  it('tells all of it in pages: versions of the report from their events', async () => {
    interface Versions {
      readonly items: readonly {
        version: number;
        reason: string | null;
        report: { remarks: string | null };
      }[];
      readonly later: number | null;
    }
    const seen: Versions['items'][number][] = [];
    for (let after: number | null = 0; after !== null;) {
      const { body }: { body: Versions } = await clerk.get<Versions>(
        `/v1/cases/${number}/report-versions?after=${after}`,
      );
      seen.push(...body.items);
      after = body.later;
    }
    expect(seen.map(({ version }) => version)).toEqual(
      Array.from({ length: AMENDMENTS + 1 }, (_, n) => n + 1),
    );
    expect(seen[0]).toMatchObject({ reason: null, report: { remarks: null } });
    for (const { version, reason, report } of seen.slice(1)) {
      expect(reason).toBe(`amendment ${version - 1}`);
      expect(report.remarks).toBe(text(version - 1, 16_000));
    }
    const joined = await clerk.get<{ items: { number: number }[]; later: number | null }>(
      `/v1/cases/${number}/joined-requests?after=490&limit=20`,
    );
    expect(joined.body).toMatchObject({
      items: [{ number: 491 }, ...Array<object>(9).fill({})],
      later: null,
    });
  });

  it('is the same in its events, PostgreSQL and Temporal', async () => {
    const { found, unverified } = await verifying(
      system.database,
      { processes: [number] },
      new TemporalWorkflows(client, 30_000),
    );
    expect({ places: found.map(place), unverified }).toEqual({ places: [], unverified: [] });
  }, 120_000);
});
